import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { State } from '@rostrum/shared/contract/registry'
import type { Instant } from '@rostrum/shared/kernel/time'
import { isoOf, secondsOf } from './times.ts'

/** Planned beside actual; the part that runs, until the last commit. */
export const agendaIn = ({ agenda }: State, until: Instant): SessionRecord['agenda'] =>
  agenda.segments.map(({ id, kind, title, question, startsAt, length }) => {
    const held = agenda.held[id]
    return {
      id,
      kind,
      title,
      question,
      planned: { startsAt: isoOf(startsAt), seconds: secondsOf(length) },
      actual: held
        ? {
            beganAt: isoOf(held.beganAt),
            endedAt: held.endedAt === null ? null : isoOf(held.endedAt),
            seconds: secondsOf((held.endedAt ?? until) - held.beganAt - held.suspendedFor),
            suspendedSeconds: secondsOf(held.suspendedFor),
          }
        : null,
    }
  })
