/** A note being written. Its subject is the current speaker until something is typed, and then stays with that speaker. */
import { maxNoteLength } from '@rostrum/shared/contract/lengths'
import { cleanText } from '@rostrum/shared/kernel/clean-text'
import { countGraphemes } from '@rostrum/shared/kernel/text'
import { isVisible } from '@rostrum/shared/kernel/visible-text'
import type { NoteTarget } from '../note-list.ts'

/** `chosen`: set by hand, not by typing. */
type NoteAim = { readonly target: NoteTarget; readonly chosen: boolean }
export type NoteDraft = {
  readonly text: string
  readonly tag: string | null
  /** Null while it follows the speaker. */
  readonly aim: NoteAim | null
}

export const emptyNoteDraft: NoteDraft = { text: '', tag: null, aim: null }

export const fitsNote = (text: string): boolean => {
  const clean = cleanText(text)
  return clean !== null && isVisible(clean) && countGraphemes(clean, maxNoteLength) <= maxNoteLength
}

/** `speakerTarget`: the subject if it follows the speaker. */
export const typeNote = (draft: NoteDraft, text: string, speakerTarget: NoteTarget): NoteDraft => {
  if (draft.aim?.chosen) return { ...draft, text }
  if (text.trim() === '') return { ...draft, text, aim: null }
  return { ...draft, text, aim: draft.aim ?? { target: speakerTarget, chosen: false } }
}

/** A null `target` means back to the current speaker. */
export const aimNote = (draft: NoteDraft, target: NoteTarget | null, speakerTarget: NoteTarget): NoteDraft => {
  if (target !== null) return { ...draft, aim: { target, chosen: true } }
  return { ...draft, aim: draft.text.trim() === '' ? null : { target: speakerTarget, chosen: false } }
}

/** The floor has changed. A subject chosen by hand stays only for a note that is being written. */
export const followFloor = (draft: NoteDraft): NoteDraft =>
  draft.aim !== null && draft.text.trim() === '' ? { ...draft, aim: null } : draft

/** Starts the next note after sending. A subject chosen by hand is kept for more than one note. */
export const clearSentNote = ({ aim }: NoteDraft): NoteDraft => ({ ...emptyNoteDraft, aim: aim?.chosen ? aim : null })

/** Sets the tag. Choosing the same tag again removes it. */
export const toggleTag = <T extends { readonly tag: string | null }>(draft: T, tag: string): T => ({
  ...draft,
  tag: draft.tag === tag ? null : tag,
})

/** Reads the draft that this device stored. Null if the value is not a draft. */
export const parseNoteDraft = (stored: unknown): NoteDraft | null => {
  if (typeof stored !== 'object' || stored === null || !('text' in stored) || typeof stored.text !== 'string') return null
  const { text } = stored
  const tag = 'tag' in stored && typeof stored.tag === 'string' ? stored.tag : null
  return { text, tag, aim: 'aim' in stored ? parseAim(stored.aim) : null }
}

const parseAim = (stored: unknown): NoteAim | null => {
  if (typeof stored !== 'object' || stored === null || !('target' in stored) || !('chosen' in stored)) return null
  return isNoteTarget(stored.target) ? { target: stored.target, chosen: stored.chosen === true } : null
}

export const isNoteTarget = (stored: unknown): stored is NoteTarget =>
  typeof stored === 'object' &&
  stored !== null &&
  'segment' in stored &&
  'about' in stored &&
  (typeof stored.segment === 'string' || stored.segment === null) &&
  isNoteSubject(stored.about)

const isNoteSubject = (stored: unknown): boolean => {
  if (stored === null) return true
  if (typeof stored !== 'object' || !('kind' in stored)) return false
  if (stored.kind === 'turn') return 'turn' in stored && typeof stored.turn === 'string'
  if (stored.kind === 'statement') return 'statement' in stored && typeof stored.statement === 'string'
  return (stored.kind === 'question' || stored.kind === 'answer-to') && 'question' in stored && typeof stored.question === 'string'
}
