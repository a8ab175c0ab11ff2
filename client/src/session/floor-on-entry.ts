/** A person who joins can request the floor with the same press. The page that they enter sends the request, once. */
import { openBrowserStorage } from './device-links.ts'

const key = 'rostrum.floor-on-entry'

export const requestFloorOnEntry = (): void => openBrowserStorage('sessionStorage')?.setItem(key, 'yes')

/** True once after `requestFloorOnEntry`. */
export const takeFloorOnEntry = (): boolean => {
  const storage = openBrowserStorage('sessionStorage')
  const isWanted = storage?.getItem(key) === 'yes'
  storage?.removeItem(key)
  return isWanted
}
