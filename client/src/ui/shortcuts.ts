/** Single keys that press a button from anywhere on the page. They are off by default, because a key hit by mistake must change nothing. */
import { Listeners } from '@rostrum/shared/kernel/listeners'
import { useSyncExternalStore } from 'react'

export const shortcuts = ['next', 'pause', 'add', 'undo', 'find'] as const
export type Shortcut = (typeof shortcuts)[number]

/** The label that is printed on the key. */
export const shortcutKeys: Readonly<Record<Shortcut, string>> = { next: 'N', pause: 'P', add: '+', undo: 'U', find: '/' }

let enabled = false
const listeners = new Listeners()

const areShortcutsEnabled = (): boolean => enabled

export const setShortcutsEnabled = (next: boolean): void => {
  enabled = next
  listeners.notify()
}

export const useShortcutsEnabled = (): boolean => useSyncExternalStore(listeners.subscribe, areShortcutsEnabled)

/** The `aria-keyshortcuts` of a button while its key works. In it "+" separates keys, so the plus key is spelled out. */
export const useAriaShortcut = (shortcut: Shortcut | undefined): string | undefined => {
  const isActive = useShortcutsEnabled() && shortcut !== undefined
  if (!isActive) return undefined
  return shortcut === 'add' ? 'Plus' : shortcutKeys[shortcut]
}
