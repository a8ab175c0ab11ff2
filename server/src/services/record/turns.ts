/** Every past turn with its clock, in the order in which the turns ended. */

import type { PastTurn } from '@rostrum/shared/contract/floor'
import { isAnswer } from '@rostrum/shared/contract/kinds'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { State } from '@rostrum/shared/contract/registry'
import { markNotConfirmed } from './not-confirmed.ts'
import type { RequestHistory } from './request-history.ts'
import type { RecordTimes } from './times.ts'

export type UnnumberedTurn = Omit<SessionRecord['turns'][number], 'number'>

export const buildTurns = (
  state: State,
  requests: RequestHistory,
  { toIso, toSeconds, toSignedSeconds }: RecordTimes,
): readonly UnnumberedTurn[] =>
  state.floor.past.map((turn) => ({
    id: turn.id,
    kind: turn.kind,
    segment: turn.segment,
    ...findTurnSpeaker(state, turn),
    ...(turn.language && { language: turn.language }),
    onBehalfOf: turn.onBehalfOf.map(({ entity }) => entity),
    request: requests.findEntryOfTurn(turn.id),
    question: turn.question,
    askedAt: toIso(turn.askedAt),
    calledAt: toIso(turn.calledAt),
    startedAt: toIso(turn.startedAt),
    endedAt: toIso(turn.endedAt),
    limitSeconds: toSeconds(turn.limit),
    extendedSeconds: toSignedSeconds(turn.extended),
    usedSeconds: toSeconds(turn.used),
    overSeconds: toSeconds(turn.used - turn.limit),
    pausedSeconds: toSeconds(turn.pausedFor),
  }))

/** Finds the speaker of a turn. An answer without a speaker is the turn of the question's assignee. */
function findTurnSpeaker(
  state: State,
  { kind, speaker, question }: PastTurn,
): Pick<SessionRecord['turns'][number], 'entity' | 'notConfirmed' | 'group' | 'channel'> {
  const { questions, people } = state
  const assignee = isAnswer(kind) && question !== null ? questions.all.get(question)?.assignee : null
  const person = speaker ?? (assignee ? people.all.get(assignee) : undefined)
  return {
    entity: person?.entity ?? null,
    ...markNotConfirmed(state, speaker),
    group: person?.group ?? null,
    channel: person?.channel ?? null,
  }
}
