import { useSyncExternalStore } from 'react'
import type { Theme } from './theme.ts'
import { chooseTheme, followTheme, theme } from './theme.ts'

/** The theme in force, and a switch to the other one. */
export const useTheme = (): { theme: Theme; toggle: () => void } => {
  const current = useSyncExternalStore(followTheme, theme)
  return { theme: current, toggle: () => chooseTheme(current === 'dark' ? 'light' : 'dark') }
}
