/** The text that I will read out. It is written on this device, stays on it unless I hand it in, and is deleted at the close. */
import { useEffect } from 'react'
import { openBrowserStorage } from '../../../session/device-links.ts'
import { useConnectionStatus, useRequest, useStorageKey, useView } from '../../../session/hooks.tsx'
import { loadWhenAsked } from '../../../widgets/load-when-asked.ts'
import { useDeviceDraft } from '../../../widgets/use-device-draft.ts'

/** Words a minute that interpreters can follow. */
export const interpretationPace = 120

const name = 'speech'
/** The storage name of the text handed in to the interpreters. */
export const handedName = 'handed'
const parseText = (stored: unknown): string | null => (typeof stored === 'string' ? stored : null)

export const useOwnText = (): readonly [text: string, write: (text: string) => void] => {
  const [text, change] = useDeviceDraft(name, '', parseText)
  return [text, (next) => change(() => next)]
}

/**
 * Takes care of a handed-in text, on a page that may be open at the close. It checks the text on each connection and after each of my
 * turns. The code is loaded only if there is such a text, to keep the first page of a phone small.
 */
export const useOwnTextEnd = (): void => {
  const place = useStorageKey()
  const request = useRequest()
  const isLive = useConnectionStatus().kind === 'live'
  const turns = useView(({ myFloor }) => myFloor.pastTurns.length)
  const isClosed = useView(({ session }) => session.phase === 'closed')
  // biome-ignore lint/correctness/useExhaustiveDependencies: whether a turn is over is read from the session
  useEffect(() => {
    const storage = openBrowserStorage('localStorage')
    const key = `rostrum.${handedName}.${place}`
    if (isClosed) for (const one of [key, `rostrum.${name}.${place}`]) storage?.removeItem(one)
    if (isLive && storage?.getItem(key))
      void loadWhenAsked(() => import('./hand-in/hand-in-again.ts')).then((again) => again.handInAgain({ storage, key, request }))
  }, [isLive, turns, isClosed, place, request])
}
