/**
 * The meaning of each kind of request and of turn to the list, the floor and the record. Code that depends on a kind asks here. A new kind
 * without all its answers therefore does not compile. Without the validator, so that the client can import it.
 */
import type { EntryKind } from './enums.ts'

/** An answer to a question on the screen is a turn too. It has a clock, and its time is charged to nobody. */
export type TurnKind = EntryKind | 'answer'

type TurnRule = {
  /** True if it pauses the speaker, who continues afterwards. Nobody else is called before it ends. */
  readonly interrupts: boolean
  /** Its own limit in the plan; null for the limit of the speaker's group, channel or of everyone. */
  readonly limit: 'pointOfOrder' | 'rightOfReply' | 'answer' | null
  /** An intervention counts in shares, in the pace and for the group. A reply counts only in the shares of the record. */
  readonly countsAs: 'intervention' | 'reply' | 'answer' | 'nothing'
}

type EntryRule = TurnRule & {
  /** The rule determines the order. Replies and points of order wait by the time of the request. */
  readonly waitsIn: 'order' | 'replies' | 'pointsOfOrder'
  /** True if it can be requested only while the list is open. */
  readonly needsOpenList: boolean
  /** The most that one organization may request and use; null for no limit. */
  readonly mostPerEntity: number | null
  /** True if a request that is waiting at the close counts as not reached. Its author may then submit a statement. */
  readonly canBeNotReached: boolean
}

const entryRules = {
  intervention: {
    waitsIn: 'order',
    interrupts: false,
    limit: null,
    countsAs: 'intervention',
    needsOpenList: true,
    mostPerEntity: null,
    canBeNotReached: true,
  },
  'right-of-reply': {
    waitsIn: 'replies',
    interrupts: false,
    limit: 'rightOfReply',
    countsAs: 'reply',
    needsOpenList: false,
    mostPerEntity: 2,
    canBeNotReached: true,
  },
  'point-of-order': {
    waitsIn: 'pointsOfOrder',
    interrupts: true,
    limit: 'pointOfOrder',
    countsAs: 'nothing',
    needsOpenList: false,
    mostPerEntity: null,
    canBeNotReached: false,
  },
} as const satisfies Readonly<Record<EntryKind, EntryRule>>

export const turnRules: Readonly<Record<TurnKind, TurnRule>> = {
  ...entryRules,
  answer: { interrupts: false, limit: 'answer', countsAs: 'answer' },
}

const asRules: Readonly<Record<EntryKind, EntryRule>> = entryRules

export const getEntryRule = (kind: EntryKind): EntryRule => asRules[kind]
export const interrupts = (kind: TurnKind | undefined): boolean => kind !== undefined && turnRules[kind].interrupts
export const waitsInOrder = (kind: EntryKind | undefined): boolean => kind !== undefined && asRules[kind].waitsIn === 'order'
export const countsAsIntervention = (kind: TurnKind): boolean => turnRules[kind].countsAs === 'intervention'
/** True for a turn on the substance, whose time counts for the speaker and the group. */
export const isForSpeaker = (kind: TurnKind): boolean => {
  const { countsAs } = turnRules[kind]
  return countsAs === 'intervention' || countsAs === 'reply'
}
