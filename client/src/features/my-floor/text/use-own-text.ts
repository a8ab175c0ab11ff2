/** The end of my own text, and of what I handed in to the interpreters. */
import { useEffect } from 'react'
import { openBrowserStorage } from '../../../session/device-links.ts'
import { useConnectionStatus, useMadeNow, useRequest, useStorageKey, useView } from '../../../session/hooks.tsx'
import { loadWhenAsked } from '../../../widgets/load-when-asked.tsx'
import { isCloseFinal, isOwnTextOver, ownTextName } from '../../../widgets/own-text.ts'

/** Words a minute that interpreters can follow. */
export const interpretationPace = 120

/** The storage name of the text handed in to the interpreters. */
export const handedName = 'handed'

/**
 * Deletes the texts of this device once they have no more use, on a page that may be open at the close. It checks a handed-in text on each
 * connection and after each of my turns. The code is loaded only if there is such a text, to keep the first page of a phone small.
 */
export const useOwnTextEnd = (): void => {
  const place = useStorageKey()
  const request = useRequest()
  const isLive = useConnectionStatus().kind === 'live'
  const turns = useView(({ myFloor }) => myFloor.pastTurns.length)
  const isClosed = useView(({ session }) => session.phase === 'closed')
  const isFinal = useMadeNow(1000, isCloseFinal)
  const isOver = useMadeNow(1000, isOwnTextOver)
  useEffect(() => {
    if (isOver) openBrowserStorage('localStorage')?.removeItem(`rostrum.${ownTextName}.${place}`)
  }, [isOver, place])
  // biome-ignore lint/correctness/useExhaustiveDependencies: whether a turn is over is read from the session
  useEffect(() => {
    const storage = openBrowserStorage('localStorage')
    const key = `rostrum.${handedName}.${place}`
    if (isFinal) storage?.removeItem(key)
    if (isLive && !isClosed && storage?.getItem(key))
      void loadWhenAsked(() => import('./hand-in/hand-in-again.ts')).then((again) => again.handInAgain({ storage, key, request }))
  }, [isLive, turns, isClosed, isFinal, place, request])
}
