/** Maps a key press to a shortcut, if there is one. */
import { type Shortcut, shortcutKeys, shortcuts } from '../../ui/shortcuts.ts'

export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'repeat' | 'isComposing'>

/** Keyboards of other scripts have no N, so the key at the same position counts. */
const shortcutsByCode: Readonly<Record<string, Shortcut>> = { KeyN: 'next', KeyP: 'pause', KeyU: 'undo', Slash: 'find' }
const otherScript = /^(?!\p{Script=Latin})\p{L}+$/u

export const findShortcut = ({ key, code, ctrlKey, altKey, metaKey, repeat, isComposing }: KeyPress): Shortcut | null => {
  if (ctrlKey || altKey || metaKey || repeat || isComposing) return null
  if (otherScript.test(key)) return shortcutsByCode[code] ?? null
  return shortcuts.find((shortcut) => shortcutKeys[shortcut] === key.toUpperCase()) ?? null
}
