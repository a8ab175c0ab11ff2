/** Single keys that press a button from anywhere on the page. Off until somebody switches them on: a stray key must drive nothing. */
import { useSyncExternalStore } from 'react'

export const shortcuts = ['next', 'pause', 'add', 'undo', 'find'] as const
export type Shortcut = (typeof shortcuts)[number]

/** As it is printed on the key. */
export const keyOf: Readonly<Record<Shortcut, string>> = { next: 'N', pause: 'P', add: '+', undo: 'U', find: '/' }

let on = false
const listeners = new Set<() => void>()

const shortcutsOn = (): boolean => on

export const switchShortcuts = (next: boolean): void => {
  on = next
  for (const listener of listeners) listener()
}

const follow = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useShortcutsOn = (): boolean => useSyncExternalStore(follow, shortcutsOn)

/** What a marked button tells readers of the screen, while its key works; "+" there stands between keys and so is spelled. */
export const useKeyTold = (shortcut: Shortcut | undefined): string | undefined => {
  const told = useShortcutsOn() && shortcut !== undefined
  if (!told) return undefined
  return shortcut === 'add' ? 'Plus' : keyOf[shortcut]
}
