/** The settings of the script, stored on this device: the Chair's language, whether the sentence is shown, and its size. */
import { useSyncExternalStore } from 'react'
import { openBrowserStorage } from '../../session/device-links.ts'

const keys = { language: 'rostrum.script.language', hidden: 'rostrum.script.hidden', size: 'rostrum.script.size' } as const
type Setting = keyof typeof keys

const listeners = new Set<() => void>()

/** Other pages of this device, such as the lectern's, can change the settings too. */
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('storage', listener)
  }
}

const save = (setting: Setting, value: string): void => {
  openBrowserStorage('localStorage')?.setItem(keys[setting], value)
  for (const listener of listeners) listener()
}

/** Null until something is chosen. */
export const useScriptSetting = (setting: Setting): readonly [value: string | null, choose: (value: string) => void] => [
  useSyncExternalStore(subscribe, () => openBrowserStorage('localStorage')?.getItem(keys[setting]) ?? null),
  (value) => save(setting, value),
]
