/**
 * Light or dark: the person's choice on this device, else the setting of their system. Pages for dark rooms are dark until somebody chooses
 * otherwise.
 */
import { Listeners } from '@rostrum/shared/kernel/listeners'

export type Theme = 'light' | 'dark'
type ThemeChoice = Theme | 'system'

const queryDarkPreference = () => matchMedia('(prefers-color-scheme: dark)')
const listeners = new Listeners()
let storageKey = ''
let usual: ThemeChoice = 'system'
let choice: ThemeChoice = 'system'
let stopFollowing: (() => void) | null = null

const readStoredChoice = (): ThemeChoice => {
  try {
    const value = localStorage.getItem(storageKey)
    return value === 'light' || value === 'dark' ? value : usual
  } catch (error) {
    console.warn('This browser stores no settings; the theme is the usual one.', error)
    return usual
  }
}

export const getTheme = (): Theme => (choice === 'system' ? (queryDarkPreference().matches ? 'dark' : 'light') : choice)

const applyTheme = () => {
  document.documentElement.dataset.theme = getTheme()
  listeners.notify()
}

/** Sets the theme. Call it before the first render. `inDark`: a page for a dark room, which has a choice of its own. */
export const initTheme = (inDark = false): void => {
  stopFollowing?.()
  storageKey = inDark ? 'rostrum.theme.dark' : 'rostrum.theme'
  usual = inDark ? 'dark' : 'system'
  choice = readStoredChoice()
  const query = queryDarkPreference()
  query.addEventListener('change', applyTheme)
  stopFollowing = () => query.removeEventListener('change', applyTheme)
  applyTheme()
}

export const setTheme = (next: ThemeChoice): void => {
  choice = next
  try {
    if (next === 'system') localStorage.removeItem(storageKey)
    else localStorage.setItem(storageKey, next)
  } catch (error) {
    console.warn('This browser stores no settings; the theme lasts until the page closes.', error)
  }
  applyTheme()
}

export const { subscribe: subscribeTheme } = listeners
