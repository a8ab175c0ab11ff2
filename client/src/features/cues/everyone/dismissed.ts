/** Ids of the announcements dismissed on this device. They stay dismissed after a reload. */
import { Listeners } from '@rostrum/shared/kernel/listeners'
import { useSyncExternalStore } from 'react'
import { openBrowserStorage } from '../../../session/device-links.ts'

const storageKey = 'rostrum.dismissed'
const maxKept = 50

let dismissedIds: readonly string[] = openBrowserStorage('localStorage')?.getItem(storageKey)?.split(' ') ?? []
const listeners = new Listeners()

export const dismiss = (id: string): void => {
  dismissedIds = [...dismissedIds, id].slice(-maxKept)
  openBrowserStorage('localStorage')?.setItem(storageKey, dismissedIds.join(' '))
  listeners.notify()
}

export const useDismissed = (): readonly string[] => useSyncExternalStore(listeners.subscribe, () => dismissedIds)
