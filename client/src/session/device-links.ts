import type { Surface } from '@rostrum/shared/contract/pages'
import type { BrowserStorage } from './outbox.ts'

/** Links are stored for the tab first and for the device second, so that two roles can be open at the same time. */
const getStorageKey = (surface: Surface) => `rostrum.link.${surface}`

export const saveLink = (surface: Surface, link: string): void => {
  for (const storage of openStorages()) storage.setItem(getStorageKey(surface), link)
}

export const loadLink = (surface: Surface): string | null => {
  for (const storage of openStorages()) {
    const link = storage.getItem(getStorageKey(surface))
    if (link) return link
  }
  return null
}

/** Removes this link from the device. The tab keeps it. Another link of the same page stays. */
export const removeFromDevice = (surface: Surface, link: string): void => {
  const device = openBrowserStorage('localStorage')
  if (device?.getItem(getStorageKey(surface)) === link) device.removeItem(getStorageKey(surface))
}

const openStorages = (): readonly BrowserStorage[] =>
  [openBrowserStorage('sessionStorage'), openBrowserStorage('localStorage')].filter((one) => one !== null)

/** Null if the browser blocks it. */
export const openBrowserStorage = (name: 'sessionStorage' | 'localStorage'): BrowserStorage | null => {
  try {
    return window[name]
  } catch (error) {
    if (error instanceof DOMException) return null
    throw error
  }
}
