/**
 * What each kind of request and of turn means to the list, the floor and the record. Code that depends on a kind asks here. So a new kind
 * has all its answers, or it does not compile. Without the validator, so that the client can import it.
 */
import type { EntryKind } from './enums.ts'

/** An answer is given to a question on the screen. It has a clock, and its time is charged to nobody. */
export type TurnKind = EntryKind | 'answer'

type TurnRule = {
  /** Pauses the speaker, who continues afterwards. Nobody else is called before it ends. */
  readonly interrupts: boolean
  /** The limit of its own in the plan; null for the limit of the speaker's group, channel or of everyone. */
  readonly limit: 'pointOfOrder' | 'rightOfReply' | 'answer' | null
  /** An intervention counts in shares, in the pace and for the group. A reply counts in the shares of the record alone. */
  readonly countsAs: 'intervention' | 'reply' | 'answer' | 'nothing'
}

type EntryRule = TurnRule & {
  /** The order is made by the rule. Replies and points of order wait by the time of the request. */
  readonly waitsIn: 'order' | 'replies' | 'pointsOfOrder'
  /** Whether it can be requested only while the list is open. */
  readonly needsOpenList: boolean
  /** The most that one organization may request and exercise; null for as many as it likes. */
  readonly mostPerEntity: number | null
  /** Whether a request that waits at the close was not reached, so that its author may submit a statement. */
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
/** A turn on the substance, whose time counts for the speaker and the group. */
export const isForSpeaker = (kind: TurnKind): boolean => {
  const { countsAs } = turnRules[kind]
  return countsAs === 'intervention' || countsAs === 'reply'
}
