/** What has been read and put away on this device, by id: it does not come back with a reload. */
import { useSyncExternalStore } from 'react'
import { shelf } from '../../../session/session-ticket.ts'

const key = 'rostrum.put-away'
const kept = 50

let away: readonly string[] = shelf('localStorage')?.getItem(key)?.split(' ') ?? []
const listeners = new Set<() => void>()

export const putAway = (id: string): void => {
  away = [...away, id].slice(-kept)
  shelf('localStorage')?.setItem(key, away.join(' '))
  for (const listener of listeners) listener()
}

const follow = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const usePutAway = (): readonly string[] => useSyncExternalStore(follow, () => away)
