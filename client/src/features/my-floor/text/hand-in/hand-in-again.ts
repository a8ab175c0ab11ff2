/** Hands in again a text that the server has lost because it was restarted. */

import type { ApiRequest } from '../../../../session/http.ts'
import type { BrowserStorage } from '../../../../session/outbox.ts'
import { getLocalTime, getServerTime } from '../../../../session/server-clock.ts'
import { useSessionStore } from '../../../../session/store.ts'
import { isCloseFinal } from '../../../../widgets/own-text.ts'
import { type Handed, parseHanded } from './handed.ts'

type HandInPorts = { readonly storage: BrowserStorage; readonly key: string; readonly request: ApiRequest }

/**
 * Does nothing after my turn or the close, or for a text that was taken back. It also does nothing if another device has handed in a text.
 */
export const handInAgain = async ({ storage, key, request }: HandInPorts): Promise<void> => {
  const readStored = (): Handed | null => parseHanded(JSON.parse(storage.getItem(key) ?? 'null'))
  /** Returns the stored text. Once its turn is over it is removed, and null returned. */
  const readNeeded = (): Handed | null => {
    const stored = readStored()
    if (stored === null || !isOver(stored)) return stored
    storage.removeItem(key)
    return null
  }
  if (readNeeded() === null) return
  await waitUntilCurrent()
  const handed = readNeeded()
  if (handed === null) return
  const found = await request('GET /api/me/booth-text', {})
  if (!found.ok) return
  const { handedIn, takenBackAt } = found.value
  const isTakenBack = takenBackAt !== null && takenBackAt > handed.at
  if (handedIn !== null || isTakenBack) {
    if (handedIn?.at !== handed.at && readStored()?.at === handed.at) storage.removeItem(key)
    return
  }
  if (readNeeded()?.at !== handed.at) return
  const { text, mark, pronounced } = handed
  const done = await request('PUT /api/me/booth-text', { body: { text, mark, pronounced } })
  if (done.ok && done.value.handedIn !== null && readStored()?.at === handed.at)
    storage.setItem(key, JSON.stringify({ ...handed, at: done.value.handedIn.at }))
}

const isOver = ({ turns }: Handed): boolean => {
  const { view, clockOffset } = useSessionStore.getState()
  return view === null || isCloseFinal(view, getServerTime(clockOffset)) || view.myFloor.pastTurns.length > turns
}

/** The page may be connected before it is up to date, and my turn may be over by now. */
const waitUntilCurrent = (): Promise<void> => {
  const since = getLocalTime()
  return new Promise((resolve) => {
    const stop = useSessionStore.subscribe(({ currentAt }) => {
      if (currentAt === null || currentAt < since) return
      stop()
      resolve()
    })
  })
}
