import type { Door, OrderMode, Removal } from '../contract/choices.ts'
import type { Entry, ListStanding, Place, QueueState, Served } from '../contract/queue.ts'
import type { Audience, Channel } from '../contract/roles.ts'
import type { EntryId, GroupId, PersonId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'
import { audiencePart, personPart, remembered, type Rows, rows } from './part.ts'

export type ListView = {
  readonly mode: OrderMode
  readonly overtakes: number
  readonly standing: ListStanding
  readonly waiting: { readonly room: number; readonly remote: number }
}

export type EntryRow = {
  readonly kind: Entry['kind']
  readonly entity: string
  readonly number: number
  readonly group: GroupId | null
  readonly channel: Channel
  readonly askedAt: Instant
  readonly ready: boolean
  readonly absent: number
  /** Of the desk and the Chair only. */
  readonly desk?: {
    readonly person: PersonId | null
    readonly name: string | null
    readonly topic: string | null
    readonly note: string | null
    readonly door: Door
    readonly held: boolean
  }
}

export type MyEntry = {
  readonly id: EntryId
  readonly topic: string | null
  readonly askedAt: Instant
  readonly ready: boolean
  readonly held: boolean
  readonly absent: number
}
export type MyQueueView = {
  readonly entry: MyEntry | null
  readonly point: MyEntry | null
  readonly unheard: boolean
  readonly removed: Removal | null
}

/** Requests beside turns, so that silence shows. */
export type BalanceView = { readonly groups: readonly Share<GroupId>[]; readonly channels: readonly Share<Channel>[] }
export type Share<Of> = { readonly of: Of; readonly requests: number; readonly turns: number; readonly used: number }

/** How many places the room screen shows. */
const onDisplay = 3

const publicRow = remembered(
  ({ kind, speaker, askedAt, ready, absent }: Entry): EntryRow => ({
    kind,
    entity: speaker.entity,
    number: speaker.number,
    group: speaker.group,
    channel: speaker.channel,
    askedAt,
    ready,
    absent,
  }),
)
const staffRow = remembered((entry: Entry): EntryRow => {
  const { speaker, topic, note, door, held } = entry
  return { ...publicRow(entry), desk: { person: speaker.person, name: speaker.name, topic, note, door, held } }
})

const seen = (queue: QueueState, audience: Audience): readonly Place[] =>
  audience === 'display' ? queue.line.slice(0, onDisplay) : queue.line
const placed = (queue: QueueState, places: readonly Place[]): readonly Entry[] => places.flatMap(({ entry }) => queue.entries[entry] ?? [])

const entriesOf = remembered((queue: QueueState): ReadonlyMap<PersonId, readonly Entry[]> => {
  const own = new Map<PersonId, Entry[]>()
  for (const entry of Object.values(queue.entries)) {
    const { person } = entry.speaker
    if (person) own.set(person, [...(own.get(person) ?? []), entry])
  }
  return own
})
const unheardIn = remembered((queue: QueueState) => new Set(queue.unheard.map(({ speaker }) => speaker.person)))

const mine = (entry: Entry | undefined): MyEntry | null =>
  entry ? { id: entry.id, topic: entry.topic, askedAt: entry.askedAt, ready: entry.ready, held: entry.held, absent: entry.absent } : null
const nothingOfMine: MyQueueView = { entry: null, point: null, unheard: false, removed: null }

export const queueParts = {
  list: audiencePart<ListView>(['queue'], ({ queue }) => {
    const waiting = placed(queue, queue.line)
    const remote = waiting.filter(({ speaker }) => speaker.channel === 'remote').length
    return { mode: queue.mode, overtakes: queue.overtakes, standing: queue.standing, waiting: { room: waiting.length - remote, remote } }
  }),
  line: audiencePart<readonly Place[]>(['queue'], ({ queue }, audience) => seen(queue, audience)),
  entries: audiencePart<Rows<EntryId, EntryRow>>(['queue'], ({ queue }, audience) =>
    audience === 'staff' ? rows(Object.values(queue.entries), staffRow) : rows(placed(queue, seen(queue, audience)), publicRow),
  ),
  points: audiencePart<readonly EntryId[]>(['queue'], ({ queue }, audience) => (audience === 'staff' ? queue.points : undefined)),
  balance: audiencePart<BalanceView>(['queue', 'floor', 'session'], ({ queue, floor, session }, audience) => {
    if (audience !== 'staff') return undefined
    const turns = floor.past.filter(({ kind }) => kind === 'intervention')
    const share = <Of>(of: Of, asked: (request: Served) => boolean, spoke: (turn: (typeof turns)[number]) => boolean): Share<Of> => {
      const own = turns.filter(spoke)
      return {
        of,
        requests: queue.requests.filter(asked).length,
        turns: own.length,
        used: own.reduce((total, { used }) => total + used, 0),
      }
    }
    return {
      groups: session.groups.map(({ id }) =>
        share(
          id,
          ({ group }) => group === id,
          ({ speaker }) => speaker?.group === id,
        ),
      ),
      channels: (['room', 'remote'] as const).map((one) =>
        share(
          one,
          ({ channel }) => channel === one,
          ({ speaker }) => speaker?.channel === one,
        ),
      ),
    }
  }),
}

export const myQueueParts = {
  myEntry: personPart<MyQueueView>(['queue'], ({ queue }, { id }) => {
    const own = entriesOf(queue).get(id)
    const unheard = unheardIn(queue).has(id)
    const removed = queue.removed[id] ?? null
    if (!own && !unheard && !removed) return nothingOfMine
    return {
      entry: mine(own?.find(({ kind }) => kind === 'intervention')),
      point: mine(own?.find(({ kind }) => kind === 'point-of-order')),
      unheard,
      removed,
    }
  }),
}
