/** Who has spoken, as the note-takers list it. */

import type { GroupId, QuestionId, SegmentId, TurnId } from '@rostrum/shared/contract/ids'
import type { Channel } from '@rostrum/shared/contract/roles'
import type { FloorView, TurnView } from '@rostrum/shared/projection/floor/parts'
import type { PastTurnView } from '@rostrum/shared/projection/floor/past-turns'
import type { View } from '@rostrum/shared/projection/registry'

export type Turn = {
  readonly id: TurnId
  readonly segment: SegmentId | null
  /** When it was called. */
  readonly at: number
  /** Null for an answer that nobody was asked to give. */
  readonly by: { readonly entity: string; readonly group: GroupId | null; readonly channel: Channel } | null
  /** The question that it answers. */
  readonly question: QuestionId | null
  /** In milliseconds; null while it has the floor. */
  readonly used: number | null
}

type PastTurns = NonNullable<View['turns']>

export const over = (past: PastTurns | undefined): readonly Turn[] =>
  (Object.entries(past ?? {}) as [TurnId, PastTurnView][]).map(([id, { speaker, question, segment, calledAt, used }]) => ({
    id,
    segment,
    at: calledAt,
    by: speaker && { entity: speaker.entity, group: speaker.group, channel: speaker.channel },
    question,
    used,
  }))

/** The agenda does not move while somebody has the floor: a turn on it belongs to the part that runs. */
export const onFloor = ({ current, interrupted }: Pick<FloorView, 'current' | 'interrupted'>, segment: SegmentId | null): readonly Turn[] =>
  [interrupted, current].filter((turn) => turn !== null).map((turn) => fromFloor(turn, segment))

const fromFloor = ({ id, calledAt, speaker, question }: TurnView, segment: SegmentId | null): Turn => ({
  id,
  segment,
  at: calledAt,
  by: speaker && { entity: speaker.entity, group: speaker.group, channel: speaker.channel },
  question,
  used: null,
})
