/** Turns, as the note-takers list them. */

import type { Channel } from '@rostrum/shared/contract/channels'
import type { GroupId, QuestionId, SegmentId, TurnId } from '@rostrum/shared/contract/ids'
import type { ClaimMark } from '@rostrum/shared/contract/walk-ins'
import { listEntries } from '@rostrum/shared/kernel/fields'
import type { FloorView, TurnView } from '@rostrum/shared/projection/floor/parts'
import type { View } from '@rostrum/shared/projection/registry'

export type NoteTurn = {
  readonly id: TurnId
  readonly segment: SegmentId | null
  /** When the turn was called. */
  readonly at: number
  /** Null for an answer to a question without an assignee. */
  readonly speaker: (ClaimMark & { readonly entity: string; readonly group: GroupId | null; readonly channel: Channel }) | null
  /** The question that the turn answers. */
  readonly question: QuestionId | null
  /** In milliseconds; null while the turn has the floor. */
  readonly used: number | null
}

type PastTurns = NonNullable<View['pastTurns']>

/** Lists the turns in the order in which they were called. */
export const listPastTurns = (past: PastTurns | undefined): readonly NoteTurn[] =>
  listEntries(past ?? {})
    .map(([id, { speaker, question, segment, calledAt, used }]) => ({
      id,
      segment,
      at: calledAt,
      speaker,
      question,
      used,
    }))
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))

/** The agenda does not move while somebody has the floor, so a turn on the floor belongs to the current segment. */
export const listFloorTurns = (
  { current, interrupted }: Pick<FloorView, 'current' | 'interrupted'>,
  segment: SegmentId | null,
): readonly NoteTurn[] => [interrupted, current].filter((turn) => turn !== null).map((turn) => fromFloorTurn(turn, segment))

const fromFloorTurn = ({ id, calledAt, speaker, question }: TurnView, segment: SegmentId | null): NoteTurn => ({
  id,
  segment,
  at: calledAt,
  speaker,
  question,
  used: null,
})
