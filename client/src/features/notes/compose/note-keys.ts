/** What a key means in the field of a point. Letters only ever write. */
import type { KeyboardEvent } from 'react'

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey' | 'repeat'> & {
  readonly nativeEvent: { readonly isComposing: boolean }
}

/** So many tags have a key. */
export const keyed = 6

/** By its place on the keyboard, so that it is the same key where digits need Shift. Ctrl with Alt is AltGr, which writes. */
export const tagKeyOf = ({ code, ctrlKey, altKey, metaKey, repeat }: Press): number | null => {
  if (ctrlKey === altKey || metaKey || repeat) return null
  const digit = Number(/^(?:Digit|Numpad)([1-6])$/.exec(code)?.[1])
  return Number.isNaN(digit) ? null : digit - 1
}

/** Enter sends; with Shift it is a new line, and while letters are being composed it ends the composing. */
export const isSend = ({ key, shiftKey, ctrlKey, altKey, metaKey, repeat, nativeEvent }: Press): boolean =>
  key === 'Enter' && !(shiftKey || ctrlKey || altKey || metaKey || repeat || nativeEvent.isComposing)
