/** What the floor list says to one person: their own requests, and what is offered to them. */
import type { Removal } from '../../contract/enums.ts'
import type { FloorState } from '../../contract/floor.ts'
import type { EntryId, PersonId } from '../../contract/ids.ts'
import type { Entry, Pin, QueueState } from '../../contract/queue.ts'
import type { Instant } from '../../kernel/time.ts'
import { grouped, remembered } from '../part.ts'

export type MyEntry = {
  readonly id: EntryId
  readonly topic: string | null
  readonly askedAt: Instant
  readonly ready: boolean
  readonly held: boolean
  readonly absent: number
  /** For whom else it speaks. */
  readonly behalf: readonly string[]
  readonly moved: Pin['by'] | null
  /** Whom it lets go first, while both wait. */
  readonly behind: EntryId | null
  /** To whom it has offered to change places. */
  readonly offered: EntryId | null
  /** Who has offered to change places with it. */
  readonly offers: readonly { readonly entry: EntryId; readonly entity: string }[]
}
export type MyQueueView = {
  readonly entry: MyEntry | null
  readonly point: MyEntry | null
  readonly reply: MyEntry | null
  /** The entity that speaks also for this person, in a joint statement not yet over. */
  readonly spokenFor: string | null
  readonly unheard: boolean
  readonly removed: Removal | null
}

const nothingOfMine: MyQueueView = { entry: null, point: null, reply: null, spokenFor: null, unheard: false, removed: null }

const entriesOf = remembered((queue: QueueState) => grouped(Object.values(queue.entries), ({ speaker }) => speaker.person))
const unheardIn = remembered((queue: QueueState) => new Set(queue.unheard.map(({ speaker }) => speaker.person)))
/** Who is spoken for by one that waits, with its entity. */
const spokenForIn = remembered((queue: QueueState): ReadonlyMap<PersonId | null, string> => behalfOf(Object.values(queue.entries)))
const behalfOf = (entries: readonly (Entry | null | undefined)[]): ReadonlyMap<PersonId | null, string> =>
  new Map(entries.flatMap((entry) => (entry ? entry.behalf.map(({ person }) => [person, entry.speaker.entity] as const) : [])))

/** Has a place in the line. */
const inLine = (queue: QueueState, id: EntryId | null): Entry | null => {
  const entry = id === null ? undefined : queue.entries[id]
  return entry?.kind === 'intervention' && !entry.held ? entry : null
}

const offersIn = remembered((queue: QueueState): ReadonlyMap<EntryId, readonly Entry[]> => {
  const made = Object.values(queue.entries).filter(({ id, swap }) => inLine(queue, id) && inLine(queue, swap))
  return grouped(made, ({ swap }) => swap as EntryId)
})

const mine = (queue: QueueState, entry: Entry | undefined): MyEntry | null => {
  if (!entry) return null
  const { id, topic, askedAt, ready, held, absent, behalf, pin, behind, swap } = entry
  const waits = inLine(queue, id)
  return {
    id,
    topic,
    askedAt,
    ready,
    held,
    absent,
    behalf: behalf.map(({ entity }) => entity),
    moved: pin?.by ?? null,
    behind: waits && pin === null && inLine(queue, behind)?.absent === 0 ? behind : null,
    offered: waits && inLine(queue, swap) ? swap : null,
    offers: (waits ? (offersIn(queue).get(id) ?? []) : []).map((other) => ({ entry: other.id, entity: other.speaker.entity })),
  }
}

export const myQueueOf = (queue: QueueState, { current, interrupted }: FloorState, id: PersonId): MyQueueView => {
  const own = entriesOf(queue).get(id)
  const unheard = unheardIn(queue).has(id)
  const removed = queue.removed[id] ?? null
  const spokenFor = spokenForIn(queue).get(id) ?? behalfOf([current?.entry, interrupted?.entry]).get(id) ?? null
  if (!own && !unheard && !removed && !spokenFor) return nothingOfMine
  const ofKind = (wanted: Entry['kind']) =>
    mine(
      queue,
      own?.find(({ kind }) => kind === wanted),
    )
  return {
    entry: ofKind('intervention'),
    point: ofKind('point-of-order'),
    reply: ofKind('right-of-reply'),
    spokenFor,
    unheard,
    removed,
  }
}
