/** The part of the booth that this device has, and how it writes to it. */
import type { BoothView } from '@rostrum/shared/protocol/booth'
import { useContext, useEffect, useState } from 'react'
import { boothFeed, startBooth, useBoothStore } from '../../session/booth-store.ts'
import { openBrowserStorage } from '../../session/device-links.ts'
import { ConnectionContext } from '../../session/hooks.tsx'
import { newCommandId } from '../../session/outbox.ts'

/** Follows the booth as long as the page is shown. */
export const useBoothFeed = (): void => {
  const connection = useContext(ConnectionContext)
  useEffect(() => {
    const end = connection?.follow(boothFeed)
    return () => {
      end?.()
      startBooth(null)
    }
  }, [connection])
}

/** Null before the server's first answer. */
export const useBooth = <T>(select: (view: BoothView) => T): T | null => useBoothStore(({ view }) => (view === null ? null : select(view)))

const deviceKey = 'rostrum.booth.device'

/** A random word by which this device recognizes its own lines, even after a reload. */
export const useDevice = (): string => useState(loadDevice)[0]

const loadDevice = (): string => {
  const storage = openBrowserStorage('localStorage')
  const known = storage?.getItem(deviceKey)
  if (known) return known
  const made = newCommandId()
  storage?.setItem(deviceKey, made)
  return made
}
