/** The floor list: who asked for the floor, when, and in which order they come. Code calls it the queue. */
import { z } from 'zod'
import type { Instant, Millis } from '../kernel/time.ts'
import { type Door, doors, type EntryKind, entryKinds, type OrderMode, orderModes, type Removal, removals } from './enums.ts'
import { entryId, groupId, lengthOfTime, line, personId } from './field-schemas.ts'
import type { EntryId, GroupId, PersonId, SegmentId } from './ids.ts'
import type { Channel } from './roles.ts'

export const queueCommands = {
  'queue.open': z.strictObject({}),
  'queue.close': z.strictObject({}),
  /** Closing is announced; the list closes by itself when the time is up. */
  'queue.last-call': z.strictObject({ for: lengthOfTime(30, 1800) }),
  'queue.join': z.strictObject({ kind: z.enum(entryKinds), topic: line(140).nullable() }),
  'queue.note': z.strictObject({ entry: entryId, topic: line(140).nullable() }),
  /**
   * For somebody without a device; `seenAt` is when the hand was seen. Whoever is registered is named by `person`, and entity and
   * group are theirs; anybody else by `entity` and `group`.
   */
  'queue.add': z.strictObject({
    kind: z.enum(entryKinds),
    person: personId.nullable(),
    entity: line(120),
    speaker: line(80).nullable(),
    group: groupId.nullable(),
    door: z.enum(doors),
    seenAt: z.number().int().positive() as unknown as z.ZodType<Instant>,
    note: line(280).nullable(),
  }),
  'queue.ready': z.strictObject({ entry: entryId }),
  'queue.hold': z.strictObject({ entry: entryId }),
  'queue.return': z.strictObject({ entry: entryId }),
  'queue.withdraw': z.strictObject({ entry: entryId }),
  'queue.remove': z.strictObject({ entry: entryId, reason: z.enum(removals) }),
  /** `recommend`: the list stays in order received, and what the rule would do is only marked. */
  'queue.order': z.strictObject({ mode: z.enum(orderModes), recommend: z.boolean(), expectedMode: z.enum(orderModes) }),
  /** By the Chair, to the place of `before`, or to the end; it stays there while the order works around it. */
  'queue.move': z.strictObject({ entry: entryId, before: entryId.nullable() }),
  /** Moved no more: back to where the rule puts it. */
  'queue.unpin': z.strictObject({ entry: entryId }),
  /** One's own entry lets `after` go first. Never up, only down. */
  'queue.defer': z.strictObject({ entry: entryId, after: entryId }),
  /** Asks another to change places; null takes the offer back. */
  'queue.offer-swap': z.strictObject({ entry: entryId, with: entryId.nullable() }),
  /** `entry` is one's own, `with` the one that offered. */
  'queue.take-swap': z.strictObject({ entry: entryId, with: entryId }),
  'queue.refuse-swap': z.strictObject({ entry: entryId, with: entryId }),
  /** Agreed aloud, and recorded by the desk. */
  'queue.swap': z.strictObject({ entry: entryId, with: entryId }),
  /** A joint statement: `into` speaks also on behalf of `entry`, at the earlier of both times. */
  'queue.merge': z.strictObject({ into: entryId, entry: entryId }),
  /** `entry` stands for itself again. */
  'queue.separate': z.strictObject({ entry: entryId }),
  /** Rights of reply come before the rest of the list. */
  'queue.advance-replies': z.strictObject({}),
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

/** Held at a place, counted from 0, by the Chair or because two changed places. */
export type Pin = { readonly place: number; readonly by: 'chair' | 'consent' }

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
  /** How many later requests the rule has called before this one. */
  readonly passed: number
  readonly pin: Pin | null
  /** Whom its owner lets go first, as long as both wait. */
  readonly behind: EntryId | null
  /** To whom its owner has offered to change places. */
  readonly swap: EntryId | null
  /** Its rank among those listed in the programme of the segment; null for whoever asked. */
  readonly listed: number | null
  /** Its own limit, as listed. */
  readonly limit: Millis | null
  /** A joint statement: for whom else it speaks. */
  readonly behalf: readonly Speaker[]
}

/** Part of a joint statement, kept as it was; `asked` is when the entry that speaks for it had asked itself. */
export type Joint = { readonly into: EntryId; readonly asked: Instant; readonly entry: Entry }

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
  'queue.ordered': { readonly mode: OrderMode; readonly recommend: boolean }
  'queue.moved': { readonly entry: EntryId; readonly before: EntryId | null }
  'queue.unpinned': { readonly entry: EntryId }
  'queue.deferred': { readonly entry: EntryId; readonly after: EntryId }
  'queue.swap-offered': { readonly entry: EntryId; readonly with: EntryId | null }
  /** The offer that `entry` made to `with` is no more. */
  'queue.swap-refused': { readonly entry: EntryId; readonly with: EntryId }
  'queue.swapped': { readonly entry: EntryId; readonly with: EntryId }
  'queue.merged': { readonly into: EntryId; readonly entry: EntryId }
  'queue.separated': { readonly entry: EntryId }
  'queue.replies-advanced': { readonly _?: never }
  /** Served and replies count from nought. */
  'queue.moved-on': { readonly segment: SegmentId }
  /** A step is taken back; what people did themselves since then stays. */
  'queue.restored': QueueBefore
}

/** What a step changed in the list, as it was before. Null where the step did not touch it. */
export type QueueBefore = {
  /** Left by the step: put back as they were. */
  readonly left: readonly Entry[]
  /** Came by the step: gone again. */
  readonly came: readonly EntryId[]
  /** Changed by the step: what the Chair and the rule say of them is as it was, what their owners say stays. */
  readonly changed: readonly Entry[]
  /** Where these were held as the step left them: held elsewhere since, they stay there. */
  readonly pins: Readonly<Record<EntryId, Pin | null>>
  readonly served: readonly Served[] | null
  readonly given: QueueState['given'] | null
  readonly replied: readonly string[] | null
  readonly joint: Readonly<Record<EntryId, Joint>> | null
  readonly unheard: readonly Entry[] | null
  readonly removed: QueueState['removed'] | null
  readonly standing: ListStanding | null
  readonly rule: { readonly mode: OrderMode; readonly recommend: boolean } | null
  readonly repliesFirst: boolean | null
  /** The first two places, which stand firm. */
  readonly first: readonly Place[]
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
  | 'listed' // named in the programme of the segment
  | 'moved' // by the Chair
  | 'swapped' // changed places with another, by consent
  | 'own-wish' // lets another go first
export type Place = {
  readonly entry: EntryId
  readonly cause: Cause
  /** Its rank by request time among all who wait: 1 is the earliest. */
  readonly asked: number
  /** How many stand before it that asked earlier, how many that asked later and the rule placed there, and how many that asked later and stand there for another reason: listed, moved, swapped, or let go first. */
  readonly earlier: number
  readonly placed: number
  readonly aside: number
  /** How often it can still be overtaken. */
  readonly left: number
}

/** A floor given, as the order remembers it. */
export type Served = {
  readonly entry: EntryId
  /** With those on whose behalf it was. */
  readonly entities: readonly string[]
  readonly group: GroupId | null
  readonly channel: Channel
}

export type QueueState = {
  readonly mode: OrderMode
  /** The line stays in order received, and the rule only suggests. */
  readonly recommend: boolean
  readonly overtakes: number
  readonly standing: ListStanding
  /** Everybody who waits or is held, by id. */
  readonly entries: Readonly<Record<EntryId, Entry>>
  /** The speaking order: derived from the rest of the slice on every event, never said by anybody. */
  readonly line: readonly Place[]
  /** Whom the rule would call next, where it only suggests: derived. */
  readonly suggestion: { readonly entry: EntryId; readonly cause: Cause } | null
  /** Points of order not yet recognised, first raised first. */
  readonly points: readonly EntryId[]
  /** Rights of reply that wait, first asked first: derived. They come when the line is exhausted, or first where the Chair advances them. */
  readonly replies: readonly EntryId[]
  readonly repliesFirst: boolean
  /** Who is called by "Call next": derived. */
  readonly next: EntryId | null
  /** Replies given, an entity for each. */
  readonly replied: readonly string[]
  /** Those who are spoken for by another, by their own id. */
  readonly joint: Readonly<Record<EntryId, Joint>>
  /** Floors given on the current segment, in order. */
  readonly served: readonly Served[]
  /** Floors given since the beginning to those who had asked, to set beside `requests`. */
  readonly given: Readonly<Record<Channel, number>>
  /** Left without having been heard. */
  readonly unheard: readonly Entry[]
  /** Why the last request of a person was taken off the list, until they ask again. */
  readonly removed: Readonly<Record<PersonId, Removal>>
  /** Requests since the beginning, first written first: what was asked, beside what was heard. */
  readonly requests: readonly Served[]
}
