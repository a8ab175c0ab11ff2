/** Every turn that was taken, in the order in which it ended, with its clock. */
import type { PastTurn } from '@rostrum/shared/contract/floor'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { State } from '@rostrum/shared/contract/registry'
import type { Requests } from './request-history.ts'
import { isoOf, secondsOf } from './times.ts'

export const turnsIn = (state: State, requests: Requests): SessionRecord['turns'] =>
  state.floor.past.map((turn) => ({
    id: turn.id,
    kind: turn.kind,
    segment: turn.segment,
    ...whose(state, turn),
    behalf: turn.behalf.map(({ entity }) => entity),
    request: requests.calledAs(turn.id),
    question: turn.question,
    askedAt: isoOf(turn.askedAt),
    calledAt: isoOf(turn.calledAt),
    startedAt: isoOf(turn.startedAt),
    endedAt: isoOf(turn.endedAt),
    limitSeconds: secondsOf(turn.limit),
    extendedSeconds: Math.round(turn.extended / 1000),
    usedSeconds: secondsOf(turn.used),
    overSeconds: secondsOf(turn.used - turn.limit),
    pausedSeconds: secondsOf(turn.pausedFor),
  }))

/** An answer is the turn of whoever the question was put to. */
function whose(
  { questions, people }: State,
  { kind, speaker, question }: PastTurn,
): Pick<SessionRecord['turns'][number], 'entity' | 'group' | 'channel'> {
  const to = kind === 'answer' && question !== null ? questions.all.get(question)?.to : null
  const by = speaker ?? (to ? people.all.get(to) : undefined)
  return { entity: by?.entity ?? null, group: by?.group ?? null, channel: by?.channel ?? null }
}
