/** A point that is being written. It is for whoever speaks, until something is typed: then it stays with whoever spoke at that moment. */
import { cleanText, graphemes, isVisible } from '@rostrum/shared/kernel/text'
import type { Target } from '../note-list.ts'

/** As the session counts it. */
export const longest = 600

/** `chosen`: not by the typing but by hand. */
type Aim = { readonly target: Target; readonly chosen: boolean }
export type Draft = {
  readonly text: string
  readonly tag: string | null
  /** Null while it follows the speaker. */
  readonly aim: Aim | null
}

export const nothing: Draft = { text: '', tag: null, aim: null }

export const fits = (text: string): boolean => {
  const kept = cleanText(text)
  return kept !== null && isVisible(kept) && graphemes(kept, longest) <= longest
}

/** `speaking`: whom it would be for now. */
export const typed = (draft: Draft, text: string, speaking: Target): Draft => {
  if (draft.aim?.chosen) return { ...draft, text }
  if (text.trim() === '') return { ...draft, text, aim: null }
  return { ...draft, text, aim: draft.aim ?? { target: speaking, chosen: false } }
}

/** Null: back to whoever speaks. */
export const aimed = (draft: Draft, target: Target | null, speaking: Target): Draft => {
  if (target !== null) return { ...draft, aim: { target, chosen: true } }
  return { ...draft, aim: draft.text.trim() === '' ? null : { target: speaking, chosen: false } }
}

/** Somebody else has the floor: what was chosen by hand holds only for what is being written. */
export const floorChanged = (draft: Draft): Draft => (draft.aim !== null && draft.text.trim() === '' ? { ...draft, aim: null } : draft)

/** Sent: the next one is written. What was chosen by hand stays, for more than one point. */
export const afterSending = ({ aim }: Draft): Draft => ({ ...nothing, aim: aim?.chosen ? aim : null })

/** Chosen again, a tag is taken off. */
export const tagged = <T extends { readonly tag: string | null }>(draft: T, tag: string): T => ({
  ...draft,
  tag: draft.tag === tag ? null : tag,
})

/** What this device kept; null for what is none. */
export const draftIn = (kept: unknown): Draft | null => {
  if (typeof kept !== 'object' || kept === null || !('text' in kept) || typeof kept.text !== 'string') return null
  const { text } = kept
  const tag = 'tag' in kept && typeof kept.tag === 'string' ? kept.tag : null
  return { text, tag, aim: 'aim' in kept ? aimIn(kept.aim) : null }
}

const aimIn = (kept: unknown): Aim | null => {
  if (typeof kept !== 'object' || kept === null || !('target' in kept) || !('chosen' in kept)) return null
  return isTarget(kept.target) ? { target: kept.target, chosen: kept.chosen === true } : null
}

export const isTarget = (kept: unknown): kept is Target =>
  typeof kept === 'object' &&
  kept !== null &&
  'segment' in kept &&
  'about' in kept &&
  (typeof kept.segment === 'string' || kept.segment === null) &&
  isAbout(kept.about)

const isAbout = (kept: unknown): boolean => {
  if (kept === null) return true
  if (typeof kept !== 'object' || !('kind' in kept)) return false
  if (kept.kind === 'turn') return 'turn' in kept && typeof kept.turn === 'string'
  return kept.kind === 'question' && 'question' in kept && typeof kept.question === 'string'
}
