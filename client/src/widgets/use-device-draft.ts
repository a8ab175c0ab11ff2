/** A text that is written but not sent yet. It is stored on this device, so a reload or a change of page does not lose it. */
import { useCallback, useState } from 'react'
import { openBrowserStorage } from '../session/device-links.ts'
import { useStorageKey } from '../session/hooks.tsx'

type DeviceDraft<T> = readonly [T, (change: (before: T) => T) => void]

/** `empty` is the value while nothing is written; then nothing is stored. `parse` returns null for a stored value that is not a draft. */
export const useDeviceDraft = <T>(name: string, empty: T, parse: (stored: unknown) => T | null): DeviceDraft<T> => {
  const key = `rostrum.${name}.${useStorageKey()}`
  const [value, set] = useState(() => loadDraft(key, parse) ?? empty)
  const change = useCallback(
    (make: (before: T) => T) =>
      set((before) => {
        const after = make(before)
        const storage = openBrowserStorage('localStorage')
        if (after === empty) storage?.removeItem(key)
        else storage?.setItem(key, JSON.stringify(after))
        return after
      }),
    [key, empty],
  )
  return [value, change]
}

const loadDraft = <T>(key: string, parse: (stored: unknown) => T | null): T | null => {
  const stored = openBrowserStorage('localStorage')?.getItem(key)
  if (!stored) return null
  try {
    return parse(JSON.parse(stored))
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
