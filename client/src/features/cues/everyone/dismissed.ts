/** Ids of the announcements dismissed on this device. They stay dismissed after a reload. */
import { useSyncExternalStore } from 'react'
import { openBrowserStorage } from '../../../session/device-links.ts'

const storageKey = 'rostrum.dismissed'
const maxKept = 50

let dismissedIds: readonly string[] = openBrowserStorage('localStorage')?.getItem(storageKey)?.split(' ') ?? []
const listeners = new Set<() => void>()

export const dismiss = (id: string): void => {
  dismissedIds = [...dismissedIds, id].slice(-maxKept)
  openBrowserStorage('localStorage')?.setItem(storageKey, dismissedIds.join(' '))
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useDismissed = (): readonly string[] => useSyncExternalStore(subscribe, () => dismissedIds)
