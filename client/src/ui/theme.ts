/** Light or dark: the person's choice on this device, else the setting of their system. */

export type Theme = 'light' | 'dark'
type ThemeChoice = Theme | 'system'

const storageKey = 'rostrum.theme'
const queryDarkPreference = () => matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()
let choice: ThemeChoice = 'system'
let stopFollowing: (() => void) | null = null

const readStoredChoice = (): ThemeChoice => {
  try {
    const value = localStorage.getItem(storageKey)
    return value === 'light' || value === 'dark' ? value : 'system'
  } catch (error) {
    console.warn('This browser stores no settings; the theme is that of the system.', error)
    return 'system'
  }
}

export const getTheme = (): Theme => (choice === 'system' ? (queryDarkPreference().matches ? 'dark' : 'light') : choice)

const applyTheme = () => {
  document.documentElement.dataset.theme = getTheme()
  for (const listener of listeners) listener()
}

/** Call it once, before the first render. */
export const initTheme = (): void => {
  stopFollowing?.()
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

export const subscribeTheme = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
