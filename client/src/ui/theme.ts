/** Light or dark: what the person chose on this device, else what their system asks for. */

export type Theme = 'light' | 'dark'
type Choice = Theme | 'system'

const place = 'rostrum.theme'
const prefersDark = () => matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()
let choice: Choice = 'system'
let stopFollowing: (() => void) | null = null

const stored = (): Choice => {
  try {
    const value = localStorage.getItem(place)
    return value === 'light' || value === 'dark' ? value : 'system'
  } catch (error) {
    console.warn('This browser keeps no settings; the theme follows the system.', error)
    return 'system'
  }
}

export const theme = (): Theme => (choice === 'system' ? (prefersDark().matches ? 'dark' : 'light') : choice)

const write = () => {
  document.documentElement.dataset.theme = theme()
  for (const listener of listeners) listener()
}

/** Called once, before the first render. */
export const startTheme = (): void => {
  stopFollowing?.()
  choice = stored()
  const query = prefersDark()
  query.addEventListener('change', write)
  stopFollowing = () => query.removeEventListener('change', write)
  write()
}

export const chooseTheme = (next: Choice): void => {
  choice = next
  try {
    if (next === 'system') localStorage.removeItem(place)
    else localStorage.setItem(place, next)
  } catch (error) {
    console.warn('This browser keeps no settings; the theme holds until the page closes.', error)
  }
  write()
}

export const followTheme = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
