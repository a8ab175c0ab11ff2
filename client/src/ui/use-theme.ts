import { useSyncExternalStore } from 'react'
import type { Theme } from './theme.ts'
import { getTheme, setTheme, subscribeTheme } from './theme.ts'

/** The current theme, and a function that switches to the other one. */
export const useTheme = (): { theme: Theme; toggle: () => void } => {
  const current = useSyncExternalStore(subscribeTheme, getTheme)
  return { theme: current, toggle: () => setTheme(current === 'dark' ? 'light' : 'dark') }
}
