import type { Instant } from '../../kernel/time.ts'
import { computeUsed } from '../floor/clock.ts'
import type { FloorView, TurnView } from '../floor/parts.ts'
import type { SeenChange, TopicMessage } from './seen-change.ts'

export function listFloorMessages(change: SeenChange): readonly TopicMessage<'floor'>[] {
  const floor = change.compare('floor')
  if (floor === null) return []
  const [before, after] = [listTurns(floor.from), listTurns(floor.to)]
  const message = (type: TopicMessage<'floor'>['type'], turn: TurnView) => toMessage(type, turn, change.at)
  // A speaker who leaves comes first, so that the floor is free for the one who is called.
  const left = before
    .filter(({ id }) => !after.some((turn) => turn.id === id))
    .map((turn) => message(turn.startedAt === null ? 'speaker.released' : 'speaker.ended', turn))
  const others = after.flatMap((turn) => {
    const type = findType(
      before.find(({ id }) => id === turn.id),
      turn,
    )
    return type === null ? [] : [message(type, turn)]
  })
  return [...left, ...others]
}

const listTurns = ({ interrupted, current }: FloorView): readonly TurnView[] => [interrupted, current].filter((turn) => turn !== null)

function findType(before: TurnView | undefined, after: TurnView): TopicMessage<'floor'>['type'] | null {
  if (before === undefined) return after.startedAt === null ? 'speaker.called' : 'speaker.restored'
  if (before.startedAt !== after.startedAt) return before.startedAt === null ? 'speaker.started' : 'speaker.restored'
  if (before.paused !== null && after.paused === null) return 'speaker.resumed'
  if (before.paused === null && after.paused !== null) return 'speaker.paused'
  if (before.limit !== after.limit) return 'speaker.extended'
  return before.used === after.used && before.runningSince === after.runningSince ? null : 'speaker.restored'
}

const toMessage = (type: TopicMessage<'floor'>['type'], turn: TurnView, at: Instant): TopicMessage<'floor'> => {
  const { id, kind, speaker, onBehalfOf, question, limit, extended, calledAt, startedAt, paused, staff } = turn
  return {
    type,
    about: speaker?.entity ?? '',
    data: {
      turn: id,
      kind,
      speaker,
      onBehalfOf,
      question,
      limit,
      extended,
      used: computeUsed(turn, at),
      calledAt,
      startedAt,
      paused: paused !== null,
      ...(staff === undefined ? {} : { person: staff.person }),
    },
  }
}
