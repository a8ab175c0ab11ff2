/** Floor lists by tables, and the order that they come to. */
import type { OrderMode } from '@rostrum/shared/contract/enums'
import type { EntryId, GroupId } from '@rostrum/shared/contract/ids'
import type { Cause, Entry, Place, QueueState, Served } from '@rostrum/shared/contract/queue'
import type { Channel } from '@rostrum/shared/contract/roles'
import { emptyQueue } from '@rostrum/shared/domain/queue/evolve'
import { newEntry } from '@rostrum/shared/domain/queue/new-entry'
import { speakingOrder } from '@rostrum/shared/domain/queue/speaking-order'
import { sinceNoon } from './fixtures.ts'

type Row = { readonly entity?: string; readonly group?: string; readonly channel?: Channel } & Partial<
  Pick<Entry, 'absent' | 'held' | 'passed' | 'kind' | 'pin' | 'listed'>
> & { readonly behind?: string; readonly with?: string }

/** Those named ask one a second, in the order written; each is its own entity unless said otherwise. */
const entriesOf = (asking: Readonly<Record<string, Row>>): Record<EntryId, Entry> =>
  Object.fromEntries(
    Object.entries(asking).map(
      ([id, { entity = id, group = 'government', channel = 'room', with: other, behind = null, ...rest }], index) => {
        const speaker = { person: null, entity, name: null, number: 0, group: group as GroupId, channel }
        const made = { id: id as EntryId, kind: 'intervention', speaker, askedAt: sinceNoon(index), door: channel, segment: null } as const
        const behalf = other === undefined ? [] : [{ ...speaker, entity: other }]
        return [id, { ...newEntry(made), ...rest, behalf, behind: behind as EntryId | null }]
      },
    ),
  )
const servedAs = ({ entity = '?', group = 'government', channel = 'room' }: Row, entry = 'gone'): Served => ({
  entry: entry as EntryId,
  entities: [entity],
  group: group as GroupId,
  channel,
})
const countOf = (rows: readonly Row[], channel: Channel) => rows.filter((row) => (row.channel ?? 'room') === channel).length
export const queueOf = (
  mode: OrderMode,
  asking: Readonly<Record<string, Row>>,
  served: readonly Row[] = [],
  overtakes = 4,
): QueueState => ({
  ...emptyQueue,
  mode,
  overtakes,
  entries: entriesOf(asking),
  served: served.map((row) => servedAs(row)),
  given: { room: countOf(served, 'room'), remote: countOf(served, 'remote') },
  requests: [...served.map((row) => servedAs(row)), ...Object.entries(asking).map(([id, row]) => servedAs(row, id))],
})
export const frozen = (...ids: readonly string[]): readonly Place[] =>
  ids.map((entry) => ({ entry: entry as EntryId, cause: 'received', asked: 0, earlier: 0, placed: 0, aside: 0, left: 0 }))
export const order = (queue: QueueState, before: readonly Place[] = []) =>
  speakingOrder(queue, before).map(({ entry, cause }): [string, Cause] => [entry, cause])
export const names = (queue: QueueState, before: readonly Place[] = []) => order(queue, before).map(([entry]) => entry)
