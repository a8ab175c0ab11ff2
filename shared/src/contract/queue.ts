/** The queue: who asked for the floor, when, and in which order they speak. Screens call it the list of speakers. */

import type { Instant, Millis } from '../kernel/time.ts'
import type { ByChannel, Channel } from './channels.ts'
import type { EntryKind, LossReason, OrderMode, RemovalReason, RequestChannel } from './enums.ts'
import type { EntryId, GroupId, PersonId, SegmentId } from './ids.ts'
import type { SpokenLanguage } from './spoken-language.ts'

/** Reasons why a command of this feature is refused. */
export const queueRejections = [
  'no-such-entry',
  'list-closed',
  'already-queued',
  'not-waiting',
  'no-device', // added by the secretariat: there is no device that could agree
  'reply-limit', // its entity has had its two rights of reply
] as const

/** The person who asks for the floor, as registered at the time of the request. */
export type Speaker = {
  readonly person: PersonId | null
  readonly entity: string
  /**
   * The request with which the staff typed a name. The name itself is in the roster, so that it can be deleted. Null without a name.
   */
  readonly nameId: EntryId | null
  readonly number: number
  readonly group: GroupId | null
  readonly channel: Channel
  /** They claimed their organization when they asked, and were not confirmed. */
  readonly claims?: true
}

/** Fixed at a position, counted from 0, by the Chair or by a swap. */
export type Pin = { readonly position: number; readonly by: 'chair' | 'consent' }

export type Entry = {
  readonly id: EntryId
  readonly kind: EntryKind
  readonly speaker: Speaker
  readonly askedAt: Instant
  /** Decides between requests from the same millisecond: the number of requests recorded before it. Negative in the programme. */
  readonly sequence: number
  readonly requestChannel: RequestChannel
  /** The segment on which its owner wishes to speak: that of the request, until they keep their place for another. */
  readonly segment: SegmentId | null
  readonly topic: string | null
  /** The language in which the speaker will speak. Absent if not specified. */
  readonly language?: SpokenLanguage
  /** Visible to the staff only. */
  readonly note: string | null
  readonly ready: boolean
  readonly held: boolean
  /** How often the speaker was called and absent. After the first time, the entry waits at the end of its kind. */
  readonly missedCalls: number
  /** When the called speaker last declined to speak. The entry then waits at the very end of its kind. */
  readonly declinedAt: Instant | null
  /** How many later requests the order rule has called before this one. */
  readonly timesOvertaken: number
  readonly pin: Pin | null
  /** The entry that the owner lets go first, while both are waiting. */
  readonly deferredTo: EntryId | null
  /** The entry to which the owner has offered a swap. */
  readonly swapOfferedTo: EntryId | null
  /** Its rank in the programme of the segment; null for entries from requests. */
  readonly programmeRank: number | null
  /** Its own limit from the programme. */
  readonly limit: Millis | null
  /** The other speakers of a joint statement. */
  readonly onBehalfOf: readonly Speaker[]
}

/** An entry in a joint statement, as it was before. `hostAskedAt` is the original request time of the entry that speaks for it. */
export type JointEntry = { readonly into: EntryId; readonly hostAskedAt: Instant; readonly entry: Entry }

type LeaveCause = 'called' | 'withdrawn' | 'removed'

export type QueueEvents = {
  'queue.configured': { readonly mode: OrderMode; readonly maxOvertakes: number }
  'queue.opened': { readonly _?: never }
  'queue.last-call-started': { readonly closesAt: Instant }
  'queue.closed': { readonly _?: never }
  /** The speaker just called is the last on the closed list. */
  'queue.last-word-given': { readonly _?: never }
  'queue.joined': { readonly entry: Entry }
  'queue.topic-set': { readonly entry: EntryId; readonly topic: string | null }
  'queue.language-set': { readonly entry: EntryId; readonly language: SpokenLanguage | null }
  'queue.readied': { readonly entry: EntryId }
  'queue.held': { readonly entry: EntryId }
  'queue.returned': { readonly entry: EntryId }
  /** The owner keeps the place of a request from an earlier topic for this segment. */
  'queue.place-kept': { readonly entry: EntryId; readonly segment: SegmentId }
  'queue.left': { readonly entry: EntryId; readonly cause: LeaveCause; readonly reason: RemovalReason | null }
  /** The entry is back in the queue after a call: absent, declined, or the call was withdrawn. */
  'queue.postponed': { readonly entry: Entry }
  /** The entries were absent twice, or still waiting when the session closed. */
  'queue.not-reached': { readonly entries: readonly Entry[] }
  'queue.order-set': { readonly mode: OrderMode; readonly suggestOnly: boolean }
  'queue.moved': { readonly entry: EntryId; readonly before: EntryId | null }
  'queue.unpinned': { readonly entry: EntryId }
  'queue.deferred': { readonly entry: EntryId; readonly after: EntryId }
  'queue.swap-offered': { readonly entry: EntryId; readonly with: EntryId | null }
  /** The offer that `entry` made to `with` is refused. */
  'queue.swap-refused': { readonly entry: EntryId; readonly with: EntryId }
  'queue.swapped': { readonly entry: EntryId; readonly with: EntryId }
  'queue.merged': { readonly into: EntryId; readonly entry: EntryId }
  'queue.separated': { readonly entry: EntryId }
  'queue.replies-advanced': { readonly _?: never }
  /** Somebody who had the floor without a request began to speak. It counts on the segment like the floors of those who asked. */
  /** `person`: the speaker. Not in the logs of earlier versions. */
  'queue.floor-given': { readonly floor: FloorGiven; readonly person?: PersonId | null }
  /** Floors given are counted from zero again, and rights of reply no longer come first. */
  /** A person who has asked for the floor counts in the name of their organization from now on. */
  'queue.claim-confirmed': { readonly person: PersonId }
  'queue.segment-started': { readonly segment: SegmentId }
  /** Undoes a step. Acts of people themselves since then are kept. */
  'queue.restored': QueueSnapshot
}

/** The earlier values of what a step changed in the queue. A value is null if the step did not change it. */
export type QueueSnapshot = {
  /** Entries that left by the step, including entries in joint statements. They return as they were. */
  readonly left: readonly Entry[]
  /** Entries that the step added. They are removed. */
  readonly came: readonly EntryId[]
  /** Entries that the step changed. Fields set by the Chair and the rule are restored; fields set by the owners are kept. */
  readonly changed: readonly Entry[]
  /** The changed entries that the step put on hold or returned. A hold that the owner has changed since stays. Absent in earlier logs. */
  readonly holds?: readonly EntryId[]
  /** Pins of the changed entries directly after the step. An entry that has been pinned elsewhere since then remains there. */
  readonly pins: Readonly<Record<EntryId, Pin | null>>
  readonly floorsGiven: readonly FloorGiven[] | null
  readonly floorsGivenByChannel: QueueState['floorsGivenByChannel'] | null
  readonly repliesGiven: readonly string[] | null
  readonly joint: Readonly<Record<EntryId, JointEntry>> | null
  readonly notReached: readonly Entry[] | null
  readonly removed: QueueState['removed'] | null
  readonly status: QueueStatus | null
  readonly rule: { readonly mode: OrderMode; readonly suggestOnly: boolean } | null
  readonly repliesFirst: boolean | null
  /** The first two positions, which were firm. */
  readonly first: readonly Position[]
}

/** The earlier values of what a call alone changed. */
export type QueueRecall = Pick<QueueSnapshot, 'left' | 'changed' | 'pins' | 'first'>

export type QueueStatus =
  /** `lastWord`: the last word was given, and since then nobody was called or opened the list. */
  | { readonly kind: 'closed'; readonly at: Instant | null; readonly lastWord?: true }
  | { readonly kind: 'open' }
  | { readonly kind: 'last-call'; readonly closesAt: Instant }

/** The reason for an entry's position. Screens build their explanation from this value and from the requests ahead of it. */
export type PositionCause =
  | 'received' // by request time
  | 'entity-first' // its entity has not yet spoken on this segment, but an earlier request's entity has
  | 'group-first' // its group has not spoken on this segment
  | 'group-turn' // its group has had the fewest turns among those waiting
  | 'without-group' // of those who have no group, whose turn it is
  | 'channel-turn' // room and remote take turns
  | 'overtake-limit' // overtaken as often as allowed
  | 'entity-spoken' // its entity has spoken on this segment
  | 'absent' // was called and absent
  | 'declined' // was called and could not speak at that time
  | 'programme' // named in the programme of the segment
  | 'moved' // by the Chair
  | 'swapped' // swapped with another entry by consent
  | 'deferred' // lets another entry go first
  | 'kept' // has one of the first two positions, which stay, and the rule would choose another now
export type Position = {
  readonly entry: EntryId
  readonly cause: PositionCause
  /** Its rank by request time among all waiting entries: 1 is the earliest. */
  readonly requestRank: number
  /** How many entries before it asked earlier. */
  readonly aheadEarlier: number
  /** How many entries before it asked later and were placed there by the rule. */
  readonly aheadByRule: number
  /** How many entries before it asked later and have a different cause: programme, moved, swapped, or let go first. */
  readonly aheadOther: number
  /** How often it can still be overtaken. */
  readonly overtakesLeft: number
}

/** A floor given, as the order rule remembers it. Requests are stored in the same form. */
export type FloorGiven = {
  readonly entry: EntryId
  /** The speaker's entity and the entities on whose behalf it spoke. */
  readonly entities: readonly string[]
  /** For each of the entities the person who only claimed it. Absent if nobody did. */
  readonly claimants?: readonly (PersonId | null)[]
  readonly group: GroupId | null
  readonly channel: Channel
}

export type QueueState = {
  readonly mode: OrderMode
  /** True if the queue stays in order received, and the rule only suggests. */
  readonly suggestOnly: boolean
  readonly maxOvertakes: number
  readonly status: QueueStatus
  /** All entries that are waiting or on hold, by id. */
  readonly entries: ReadonlyMap<EntryId, Entry>
  /** The speaking order. Derived from the rest of the slice on every event; no command sets it. */
  readonly order: readonly Position[]
  /** The entry that the rule would call next if it only suggests. Derived. */
  readonly suggestion: { readonly entry: EntryId; readonly cause: PositionCause } | null
  /** Points of order not yet recognized, earliest request first. Derived. */
  readonly pointsOfOrder: readonly EntryId[]
  /** Waiting rights of reply, earliest request first. They come after all interventions, or first if the Chair advances them. Derived. */
  readonly replies: readonly EntryId[]
  readonly repliesFirst: boolean
  /** The entry that "Call next" calls. Derived. */
  readonly next: EntryId | null
  /** People who claimed an organization when they asked, and were confirmed since. */
  readonly confirmed: readonly PersonId[]
  /** The voices of the rights of reply given, one for each reply. */
  readonly repliesGiven: readonly string[]
  /** Entries that are part of a joint statement, by their own id. */
  readonly joint: Readonly<Record<EntryId, JointEntry>>
  /** Floors given on the current segment, in order. */
  readonly floorsGiven: readonly FloorGiven[]
  /** Floors given since the opening to people who had asked. Compared with `requestsByChannel`. */
  readonly floorsGivenByChannel: ByChannel<number>
  /** Entries that left without being heard. */
  readonly notReached: readonly Entry[]
  /** The reason why a person lost their last request, until the person asks again. */
  readonly removed: Readonly<Record<PersonId, LossReason>>
  /** Requests since the beginning, in the order of their events. Includes requests that were not heard. */
  readonly requests: readonly FloorGiven[]
  /** How many of `requests` came from each channel. */
  readonly requestsByChannel: ByChannel<number>
}
