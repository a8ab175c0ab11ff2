/** The effect of a key in the field of a note. Letters always write text. */
import type { KeyboardEvent } from 'react'

type NoteKeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey' | 'repeat'> & {
  readonly nativeEvent: { readonly isComposing: boolean }
}

/** The number of tags that have a key. */
export const maxTagKeys = 6

/**
 * Uses the position of the key, so that it is the same key on keyboards where digits need Shift. Ctrl with Alt is AltGr, which writes
 * characters.
 */
export const getTagIndex = ({ code, ctrlKey, altKey, metaKey, repeat }: NoteKeyPress): number | null => {
  if (ctrlKey === altKey || metaKey || repeat) return null
  const digit = Number(/^(?:Digit|Numpad)([1-6])$/.exec(code)?.[1])
  return Number.isNaN(digit) ? null : digit - 1
}

/** Enter sends. Shift with Enter is a new line. During text composition (IME), Enter ends the composition. */
export const isSendKey = ({ key, shiftKey, ctrlKey, altKey, metaKey, repeat, nativeEvent }: NoteKeyPress): boolean =>
  key === 'Enter' && !(shiftKey || ctrlKey || altKey || metaKey || repeat || nativeEvent.isComposing)
