/** The turns that are over, for the staff who take notes. */
import type { PastTurn } from '../../contract/floor.ts'
import type { QuestionId, SegmentId, TurnId } from '../../contract/ids.ts'
import type { TurnKind } from '../../contract/kinds.ts'
import type { Instant, Millis } from '../../kernel/time.ts'
import { listDifferent } from '../list-delta.ts'
import { memoize } from '../memo.ts'
import { mapDefined, type Rows, rowPart, staffOnly, toRows } from '../part.ts'
import { type SpeakerView, toSpeakerView } from './parts.ts'

export type PastTurnView = {
  readonly kind: TurnKind
  readonly speaker: SpeakerView | null
  readonly question: QuestionId | null
  readonly segment: SegmentId | null
  readonly calledAt: Instant
  readonly endedAt: Instant
  readonly used: Millis
}

const toPastTurnView = memoize(
  ({ kind, speaker, question, segment, calledAt, endedAt, used }: PastTurn): PastTurnView => ({
    kind,
    speaker: toSpeakerView(speaker),
    question,
    segment,
    calledAt,
    endedAt,
    used,
  }),
)

export const pastTurnParts = {
  pastTurns: rowPart(
    'The turns that are over, by turn.',
    staffOnly,
    { floor: ({ from, to }) => listDifferent(from.floor.past, to.floor.past).map(({ id }) => id) },
    ({ floor }): Rows<TurnId, PastTurnView> => projectPastTurns(floor.past),
    // The search starts at the end, because only turns that have just ended are requested.
    ({ floor }, id: TurnId) =>
      mapDefined(
        floor.past.findLast((turn) => turn.id === id),
        toPastTurnView,
      ),
  ),
}

const projectPastTurns = memoize((past: readonly PastTurn[]) => toRows(past, toPastTurnView))
