/** Light or dark: the person's choice on this device, else the setting of their system. Pages for dark rooms are dark until chosen otherwise. */

export type Theme = 'light' | 'dark'
type ThemeChoice = Theme | 'system'

/** Where the page is read. Each has a choice of its own. */
type Room = 'any' | 'dark'
const storageKeys = { any: 'rostrum.theme', dark: 'rostrum.theme.dark-room' } as const satisfies Readonly<Record<Room, string>>
const defaults = { any: 'system', dark: 'dark' } as const satisfies Readonly<Record<Room, ThemeChoice>>
const queryDarkPreference = () => matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()
let room: Room = 'any'
let choice: ThemeChoice = 'system'
let stopFollowing: (() => void) | null = null

const readStoredChoice = (): ThemeChoice => {
  try {
    const value = localStorage.getItem(storageKeys[room])
    return value === 'light' || value === 'dark' ? value : defaults[room]
  } catch (error) {
    console.warn('This browser stores no settings; the theme is the usual one.', error)
    return defaults[room]
  }
}

export const getTheme = (): Theme => (choice === 'system' ? (queryDarkPreference().matches ? 'dark' : 'light') : choice)

const applyTheme = () => {
  document.documentElement.dataset.theme = getTheme()
  for (const listener of listeners) listener()
}

/** Call it before the first render, and where the room changes. */
export const initTheme = (where: Room = 'any'): void => {
  stopFollowing?.()
  room = where
  choice = readStoredChoice()
  const query = queryDarkPreference()
  query.addEventListener('change', applyTheme)
  stopFollowing = () => query.removeEventListener('change', applyTheme)
  applyTheme()
}

export const setTheme = (next: ThemeChoice): void => {
  choice = next
  try {
    if (next === 'system') localStorage.removeItem(storageKeys[room])
    else localStorage.setItem(storageKeys[room], next)
  } catch (error) {
    console.warn('This browser stores no settings; the theme lasts until the page closes.', error)
  }
  applyTheme()
}

export const subscribeTheme = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
