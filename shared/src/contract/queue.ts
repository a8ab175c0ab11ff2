/** The floor list: who asked for the floor, when, and in which order they come. Code calls it the queue. */
import { z } from 'zod'
import type { EntryId, GroupId, PersonId, SegmentId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'
import { entryId, groupId, lengthOfTime, line } from './fields.ts'
import { type Door, doors, type OrderMode, orderModes, type Removal, removals } from './choices.ts'
import type { Channel } from './roles.ts'

export const entryKinds = ['intervention', 'point-of-order'] as const
export type EntryKind = (typeof entryKinds)[number]

export const queueCommands = {
  'queue.open': z.strictObject({}),
  'queue.close': z.strictObject({}),
  /** Closing is announced; the list closes by itself when the time is up. */
  'queue.last-call': z.strictObject({ for: lengthOfTime(30, 1800) }),
  'queue.join': z.strictObject({ kind: z.enum(entryKinds), topic: line(140).nullable() }),
  'queue.note': z.strictObject({ entry: entryId, topic: line(140).nullable() }),
  /** For somebody without a device; `seenAt` is when the hand was seen. */
  'queue.add': z.strictObject({
    entity: line(120),
    speaker: line(80).nullable(),
    group: groupId,
    door: z.enum(doors),
    seenAt: z.number().int().positive() as unknown as z.ZodType<Instant>,
    note: line(280).nullable(),
  }),
  'queue.ready': z.strictObject({ entry: entryId }),
  'queue.hold': z.strictObject({ entry: entryId }),
  'queue.return': z.strictObject({ entry: entryId }),
  'queue.withdraw': z.strictObject({ entry: entryId }),
  'queue.remove': z.strictObject({ entry: entryId, reason: z.enum(removals) }),
  'queue.order': z.strictObject({ mode: z.enum(orderModes) }),
}

/** Who an entry speaks for, as it stood when the floor was asked for. */
export type Speaker = {
  readonly person: PersonId | null
  readonly entity: string
  /** As entered by the secretariat for somebody who is not registered; staff only. */
  readonly name: string | null
  readonly number: number
  readonly group: GroupId | null
  readonly channel: Channel
}

export type Entry = {
  readonly id: EntryId
  readonly kind: EntryKind
  readonly speaker: Speaker
  readonly askedAt: Instant
  readonly door: Door
  readonly segment: SegmentId | null
  readonly topic: string | null
  /** Seen by the desk and the Chair only. */
  readonly note: string | null
  readonly ready: boolean
  readonly held: boolean
  /** Called once and not there: waits at the end of its kind. */
  readonly absent: number
  /** How many later requests have been called before this one. */
  readonly passed: number
}

export type Leaving = 'called' | 'withdrawn' | 'removed'

export type QueueEvents = {
  'queue.set': { readonly mode: OrderMode; readonly overtakes: number }
  'queue.opened': { readonly _?: never }
  'queue.closing': { readonly closesAt: Instant }
  'queue.closed': { readonly _?: never }
  'queue.joined': { readonly entry: Entry }
  'queue.noted': { readonly entry: EntryId; readonly topic: string | null }
  'queue.readied': { readonly entry: EntryId }
  'queue.held': { readonly entry: EntryId }
  'queue.returned': { readonly entry: EntryId }
  'queue.left': { readonly entry: EntryId; readonly leaving: Leaving; readonly reason: Removal | null }
  /** Called, not there, and back at the end of its kind. */
  'queue.postponed': { readonly entry: Entry }
  /** Not heard: twice not there, or still waiting when the session closed. */
  'queue.unheard': { readonly entries: readonly Entry[] }
  'queue.ordered': { readonly mode: OrderMode }
  'queue.moved-on': { readonly segment: SegmentId }
}

export type ListStanding =
  | { readonly kind: 'closed'; readonly at: Instant | null }
  | { readonly kind: 'open' }
  | { readonly kind: 'closing'; readonly closesAt: Instant }

/** Why an entry stands where it stands; the words on the row and on the phone are made from this alone. */
export type Cause =
  | 'received' // by request time
  | 'entity-first' // its entity has not yet spoken on this segment, others' have
  | 'group-unheard' // its group has not spoken on this segment
  | 'group-turn' // its group has had the fewest turns among those waiting
  | 'channel-turn' // room and remote take turns
  | 'cap' // passed as often as the rule allows
  | 'entity-spoken' // its entity has spoken on this segment
  | 'absent' // was called and not there
export type Place = {
  readonly entry: EntryId
  readonly cause: Cause
  /** Its rank by request time among all who wait: 1 is the earliest. */
  readonly asked: number
  /** How many stand before it that asked earlier, and how many that asked later. */
  readonly earlier: number
  readonly placed: number
  /** How often it can still be overtaken. */
  readonly left: number
}

/** A floor given, as the order remembers it. */
export type Served = { readonly entry: EntryId; readonly entity: string; readonly group: GroupId | null; readonly channel: Channel }

export type QueueState = {
  readonly mode: OrderMode
  readonly overtakes: number
  readonly standing: ListStanding
  /** Everybody who waits or is held, by id. */
  readonly entries: Readonly<Record<EntryId, Entry>>
  /** The speaking order: derived from the rest of the slice on every event, never said by anybody. */
  readonly line: readonly Place[]
  /** Points of order not yet recognised, first raised first. */
  readonly points: readonly EntryId[]
  /** Floors given on the current segment, in order. */
  readonly served: readonly Served[]
  /** Left without having been heard. */
  readonly unheard: readonly Entry[]
  /** Why the last request of a person was taken off the list, until they ask again. */
  readonly removed: Readonly<Record<PersonId, Removal>>
  /** Requests by group and channel since the beginning: what was asked, beside what was heard. */
  readonly requests: readonly Served[]
}
