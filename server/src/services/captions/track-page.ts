/**
 * The content of a captioner's page: the latest lines of its track, and who has the floor and is next. It shows them as the room screen
 * does. It is not a view and contains nothing else about the session.
 */

import type { TrackPage } from '@rostrum/shared/api/captions'
import { isInSession } from '@rostrum/shared/contract/enums'
import { isLastWordGiven } from '@rostrum/shared/contract/last-word'
import type { State } from '@rostrum/shared/contract/registry'
import type { SpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import type { Instant } from '@rostrum/shared/kernel/time'
import { projectAudience } from '@rostrum/shared/projection/project'
import { writeLineId } from '@rostrum/shared/protocol/caption-line-id'
import type { StoredLine } from './caption-line.ts'

const maxNext = 4

export function describeTrack(
  state: State,
  { language, lines, readers, now }: { language: SpokenLanguage; lines: readonly StoredLine[]; readers: number; now: Instant },
): TrackPage {
  const { session, floor, order, replies, queue, entries } = projectAudience(state, 'display').view
  const { current } = floor
  const ordered = isLastWordGiven(queue.status) ? [] : order
  const next = (queue.repliesFirst ? [...replies, ...ordered] : [...ordered, ...replies]).slice(0, maxNext)
  return {
    title: session.short,
    language,
    isOpen: isInSession(session.phase),
    now,
    readers,
    lines: lines.map((line) => ({ id: writeLineId(line), seq: line.seq, at: line.at as Instant, text: line.text })),
    floor:
      current === null
        ? null
        : {
            who: current.speaker?.entity ?? null,
            toConfirm: current.speaker?.toConfirm,
            language: current.language ?? null,
            limit: current.limit,
            used: current.used,
            runningSince: current.runningSince,
            started: current.startedAt !== null,
          },
    next: next.flatMap((id) => {
      const entry = entries[id]
      return entry ? [{ id, who: entry.entity, toConfirm: entry.toConfirm, channel: entry.channel, language: entry.language ?? null }] : []
    }),
  }
}
