/** Which shortcut a key stands for, if it stands for one. */
import { keyOf, type Shortcut, shortcuts } from '../../ui/shortcuts.ts'

export type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'repeat' | 'isComposing'>

/** Keyboards of other scripts have no N: there the key at the same place counts. */
const places: Readonly<Record<string, Shortcut>> = { KeyN: 'next', KeyP: 'pause', KeyU: 'undo', Slash: 'find' }
const otherScript = /^(?!\p{Script=Latin})\p{L}+$/u

export const shortcutOf = ({ key, code, ctrlKey, altKey, metaKey, repeat, isComposing }: Press): Shortcut | null => {
  if (ctrlKey || altKey || metaKey || repeat || isComposing) return null
  if (otherScript.test(key)) return places[code] ?? null
  return shortcuts.find((shortcut) => keyOf[shortcut] === key.toUpperCase()) ?? null
}
