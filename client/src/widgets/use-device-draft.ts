/** What is written and not sent yet: kept on this device, so that neither a reload nor another workplace loses it. */
import { useCallback, useState } from 'react'
import { usePlace } from '../session/hooks.tsx'
import { shelf } from '../session/session-ticket.ts'

type Kept<T> = readonly [T, (change: (before: T) => T) => void]

/** `read`: what was kept, made into what it was; null for what it cannot be. */
export const useKept = <T>(name: string, empty: T, read: (kept: unknown) => T | null): Kept<T> => {
  const key = `rostrum.${name}.${usePlace()}`
  const [value, set] = useState(() => taken(key, read) ?? empty)
  const change = useCallback(
    (make: (before: T) => T) =>
      set((before) => {
        const after = make(before)
        shelf('localStorage')?.setItem(key, JSON.stringify(after))
        return after
      }),
    [key],
  )
  return [value, change]
}

const taken = <T>(key: string, read: (kept: unknown) => T | null): T | null => {
  const kept = shelf('localStorage')?.getItem(key)
  if (!kept) return null
  try {
    return read(JSON.parse(kept))
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
