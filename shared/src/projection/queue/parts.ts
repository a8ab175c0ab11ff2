/** The floor list as each audience sees it. */
import type { OrderMode } from '../../contract/enums.ts'
import type { EntryId } from '../../contract/ids.ts'
import type { Entry, ListStanding, Place, QueueState } from '../../contract/queue.ts'
import type { Audience } from '../../contract/roles.ts'
import { audiencePart, personPart, type Rows, rows } from '../part.ts'
import { type BalanceView, balanceOf, type EntityShare, entitiesIn } from './balance.ts'
import { type MyQueueView, myQueueOf } from './mine.ts'
import { type EntryRow, publicRows, staffRows } from './rows.ts'

export type ListView = {
  readonly mode: OrderMode
  /** The line is in order received; what the rule would do is only marked. */
  readonly recommend: boolean
  readonly overtakes: number
  readonly standing: ListStanding
  readonly waiting: { readonly room: number; readonly remote: number }
  /** How many rights of reply wait. */
  readonly replies: number
  readonly repliesFirst: boolean
  /** Who is called next. */
  readonly next: EntryId | null
}

/** Who is spoken for by whom, where they can still be separated. */
export type JointView = { readonly entry: EntryId; readonly into: EntryId; readonly entity: string }

/** How many places the room screen shows. */
const onDisplay = 3

const shown = <T>(things: readonly T[], audience: Audience): readonly T[] => (audience === 'display' ? things.slice(0, onDisplay) : things)
const seen = (queue: QueueState, audience: Audience): readonly Entry[] =>
  [...shown(queue.line, audience).map(({ entry }) => entry), ...shown(queue.replies, audience)].flatMap((id) => queue.entries[id] ?? [])

const jointIn = ({ joint, entries }: QueueState): readonly JointView[] =>
  Object.values(joint).flatMap(({ into, entry }) => (entries[into] ? [{ entry: entry.id, into, entity: entry.speaker.entity }] : []))

export const queueParts = {
  list: audiencePart<ListView>(['queue'], ({ queue }) => {
    const { mode, recommend, overtakes, standing, line, replies, repliesFirst, next, entries } = queue
    const remote = line.filter(({ entry }) => entries[entry]?.speaker.channel === 'remote').length
    const waiting = { room: line.length - remote, remote }
    return { mode, recommend, overtakes, standing, waiting, replies: replies.length, repliesFirst, next }
  }),
  line: audiencePart<readonly Place[]>(['queue'], ({ queue }, audience) => shown(queue.line, audience)),
  replies: audiencePart<readonly EntryId[]>(['queue'], ({ queue }, audience) => shown(queue.replies, audience)),
  entries: audiencePart<Rows<EntryId, EntryRow>>(['queue', 'floor'], ({ queue, floor }, audience) =>
    audience === 'staff'
      ? rows(Object.values(queue.entries), staffRows(floor.limits))
      : rows(seen(queue, audience), publicRows(floor.limits)),
  ),
  points: audiencePart<readonly EntryId[]>(['queue'], ({ queue }, audience) => (audience === 'staff' ? queue.points : undefined)),
  suggestion: audiencePart<QueueState['suggestion']>(['queue'], ({ queue }, audience) =>
    audience === 'staff' ? queue.suggestion : undefined,
  ),
  joint: audiencePart<readonly JointView[]>(['queue'], ({ queue }, audience) => (audience === 'staff' ? jointIn(queue) : undefined)),
  balance: audiencePart<BalanceView>(['queue', 'floor', 'session'], ({ queue, floor, session }, audience) =>
    audience === 'staff'
      ? balanceOf(
          queue,
          floor,
          session.groups.map(({ id }) => id),
        )
      : undefined,
  ),
  entities: audiencePart<readonly EntityShare[]>(['queue', 'floor'], ({ queue, floor }, audience) =>
    audience === 'staff' ? entitiesIn(queue, floor) : undefined,
  ),
}

export const myQueueParts = {
  myEntry: personPart<MyQueueView>(['queue', 'floor'], ({ queue, floor }, { id }) => myQueueOf(queue, floor, id)),
}
