import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Theme } from './theme.ts'
import { getTheme, initTheme, setTheme, subscribeTheme } from './theme.ts'

/** The current theme, and a function that switches to the other one. */
export const useTheme = (): { theme: Theme; toggle: () => void } => {
  const current = useSyncExternalStore(subscribeTheme, getTheme)
  return { theme: current, toggle: () => setTheme(current === 'dark' ? 'light' : 'dark') }
}

/** For a page in a dark room, which is dark until the person chooses otherwise there. When the page is left, the usual theme is back. */
export const useDarkRoom = (): void => {
  useState(() => initTheme(true))
  useEffect(() => () => initTheme(), [])
}
