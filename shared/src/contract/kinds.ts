/**
 * The meaning of each kind of request and of turn to the list, the floor and the record. Code that depends on a kind asks here. A new kind
 * without all its answers therefore does not compile. Without the validator, so that the client can import it.
 */
import { listKeys } from '../kernel/fields.ts'
import { type Millis, seconds } from '../kernel/time.ts'
import { type EntryKind, entryKinds } from './enums.ts'

/** An answer to a question on the screen is a turn too. It has a clock, and its time is charged to nobody. */
export const turnKinds = [...entryKinds, 'answer'] as const
export type TurnKind = (typeof turnKinds)[number]

/** The kind that is meant if none is named: by the request button, the programme, and the Chair who gives the floor directly. */
export const ordinaryKind = 'intervention' satisfies EntryKind

/** The lists apart from the order, by the time of the request. Points of order interrupt the speaker. */
export type SideList = 'replies' | 'pointsOfOrder'

/** The limits for kinds of turns, by the name with which they are set. The plan and the state have them under the other name. */
export const ownLimits = { 'point-of-order': 'pointOfOrder', 'right-of-reply': 'rightOfReply', answer: 'answer' } as const
export type OwnLimit = keyof typeof ownLimits
export const ownLimitNames = listKeys(ownLimits)
/** For a plan that names no limit, and for commits from before the kind had a limit of its own. */
export const usualLimits = { pointOfOrder: seconds(60), rightOfReply: seconds(120), answer: seconds(120) } as const satisfies Readonly<
  Record<(typeof ownLimits)[OwnLimit], Millis>
>

export type EntryRule = {
  /** True if it can be requested only while the list is open. */
  readonly needsOpenList: boolean
  /** True if a request that is waiting at the close counts as not reached. Its author may then submit a statement. */
  readonly canBeNotReached: boolean
} & (
  | {
      /** The rule determines the order. */
      readonly waitsIn: 'order'
      /** Null for the limit of the speaker's group, channel or of everyone. */
      readonly limit: OwnLimit | null
    }
  /** All have the same limit, because the forecast only knows how many wait. */
  | { readonly waitsIn: 'replies'; readonly limit: 'right-of-reply' }
  /** Pauses the speaker, who continues afterwards. Nobody else is called before it ends. */
  | { readonly waitsIn: 'pointsOfOrder'; readonly limit: OwnLimit | null }
) &
  (
    | {
        /** An intervention counts in shares, in the pace and for the group. A turn that counts as nothing has only its row in the record. */
        readonly countsAs: 'intervention' | 'nothing'
      }
    /** A reply counts in the shares of the record alone. `mostPerEntity`: how many an organization may request and exercise. */
    | { readonly countsAs: 'reply'; readonly mostPerEntity: number }
  )

const entryRules = {
  intervention: { waitsIn: 'order', limit: null, countsAs: 'intervention', needsOpenList: true, canBeNotReached: true },
  'right-of-reply': {
    waitsIn: 'replies',
    limit: 'right-of-reply',
    countsAs: 'reply',
    mostPerEntity: 2,
    needsOpenList: false,
    canBeNotReached: true,
  },
  'point-of-order': {
    waitsIn: 'pointsOfOrder',
    limit: 'point-of-order',
    countsAs: 'nothing',
    needsOpenList: false,
    canBeNotReached: false,
  },
} as const satisfies Readonly<Record<EntryKind, EntryRule>>

export const turnRules = {
  ...entryRules,
  answer: { waitsIn: null, limit: 'answer', countsAs: 'answer' },
} as const satisfies Readonly<Record<TurnKind, unknown>>
type TurnRules = typeof turnRules

type KindWith<Answer> = { [K in TurnKind]: TurnRules[K] extends Answer ? K : never }[TurnKind]
export type InterruptingKind = KindWith<{ readonly waitsIn: 'pointsOfOrder' }>
/** Its time counts for no speaker, and it is no answer. */
export type UncountedKind = KindWith<{ readonly countsAs: 'nothing' }>

const asRules: Readonly<Record<EntryKind, EntryRule>> = entryRules

export const getEntryRule = (kind: EntryKind): EntryRule => asRules[kind]
export const interrupts = (kind: TurnKind | undefined): kind is InterruptingKind =>
  kind !== undefined && turnRules[kind].waitsIn === 'pointsOfOrder'
export const waitsInOrder = (kind: EntryKind | undefined): boolean => kind !== undefined && asRules[kind].waitsIn === 'order'
/** A person has at most one open request in each list. */
export const isSameList = (one: EntryKind, other: EntryKind): boolean => asRules[one].waitsIn === asRules[other].waitsIn
export const countsAsIntervention = (kind: TurnKind): boolean => turnRules[kind].countsAs === 'intervention'
export const isUncounted = (kind: TurnKind): kind is UncountedKind => turnRules[kind].countsAs === 'nothing'
export const isAnswer = (kind: TurnKind | undefined): kind is 'answer' => kind === 'answer'
/** True for a turn on the substance, whose time counts for the speaker and the group. */
export const isForSpeaker = (kind: TurnKind): boolean => {
  const { countsAs } = turnRules[kind]
  return countsAs === 'intervention' || countsAs === 'reply'
}
