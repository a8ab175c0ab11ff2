/** The turns that are over, for the staff who take notes. */
import type { PastTurn } from '../../contract/floor.ts'
import type { QuestionId, SegmentId, TurnId } from '../../contract/ids.ts'
import type { TurnKind } from '../../contract/kinds.ts'
import type { Instant, Millis } from '../../kernel/time.ts'
import { type Claims, memoizeMarked, touchesOfClaims } from '../claims.ts'
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

const toPastTurnView = memoizeMarked(
  ({ speaker }: PastTurn) => speaker,
  ({ kind, speaker, question, segment, calledAt, endedAt, used }: PastTurn): PastTurnView => ({
    kind,
    speaker: toSpeakerView(speaker),
    question,
    segment,
    calledAt,
    endedAt,
    used,
  }),
  (view): PastTurnView => ({ ...view, speaker: view.speaker && { ...view.speaker, toConfirm: true } }),
)

export const pastTurnParts = {
  pastTurns: rowPart(
    'The turns that are over, by turn.',
    staffOnly,
    {
      floor: ({ from, to }) => listDifferent(from.floor.past, to.floor.past).map(({ id }) => id),
      people: touchesOfClaims((claimants, { to }) =>
        to.floor.past.flatMap(({ id, speaker }) => (claimants.has(speaker?.person ?? null) ? [id] : [])),
      ),
    },
    ({ floor, people }): Rows<TurnId, PastTurnView> => projectPastTurns(people.claimed)(floor.past),
    // The search starts at the end, because only turns that have just ended are requested.
    ({ floor, people }, id: TurnId) =>
      mapDefined(
        floor.past.findLast((turn) => turn.id === id),
        (turn) => toPastTurnView(people, turn),
      ),
  ),
}

const projectPastTurns = memoize((claimed: Claims['claimed']) =>
  memoize((past: readonly PastTurn[]) => toRows(past, (turn) => toPastTurnView({ claimed }, turn))),
)
