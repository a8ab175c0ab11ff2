import type { SessionRecord } from '@rostrum/shared/contract/record'
import { writeWords } from '@rostrum/shared/contract/record-words'
import type { State } from '@rostrum/shared/contract/registry'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { RecordTimes } from './times.ts'

/** Builds planned and actual times. The current segment is counted until the last commit. */
export const buildAgenda = ({ agenda }: State, until: Instant, { toIso, toSeconds }: RecordTimes): SessionRecord['agenda'] =>
  agenda.segments.map(({ id, kind, title, question, startsAt, length }) => {
    const times = agenda.actual[id]
    return {
      id,
      kind,
      ...writeWords('title', title),
      ...(question === null ? { question } : writeWords('question', question)),
      planned: { startsAt: toIso(startsAt), seconds: toSeconds(length) },
      actual: times
        ? {
            startedAt: toIso(times.startedAt),
            endedAt: times.endedAt === null ? null : toIso(times.endedAt),
            seconds: toSeconds((times.endedAt ?? until) - times.startedAt - times.suspendedFor - (times.awayFor ?? 0)),
            suspendedSeconds: toSeconds(times.suspendedFor),
          }
        : null,
    }
  })
