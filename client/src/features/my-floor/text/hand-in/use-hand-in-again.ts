/** Whenever the page connects, and when a turn of mine is over: see to what was handed in. At the close its copy goes. */
import { useEffect } from 'react'
import { openBrowserStorage } from '../../../../session/device-links.ts'
import { useConnectionStatus, useRequest, useStorageKey, useView } from '../../../../session/hooks.tsx'
import { loadWhenAsked } from '../../../../widgets/load-when-asked.ts'

/** Loads the rest only where something was handed in: the first page of a phone is small. */
export const useHandInAgain = (): void => {
  const key = `rostrum.handed.${useStorageKey()}`
  const request = useRequest()
  const isLive = useConnectionStatus().kind === 'live'
  const turns = useView(({ myFloor }) => myFloor.pastTurns.length)
  const isClosed = useView(({ session }) => session.phase === 'closed')
  // biome-ignore lint/correctness/useExhaustiveDependencies: whether a turn is over is read from the session
  useEffect(() => {
    const storage = openBrowserStorage('localStorage')
    if (isClosed) storage?.removeItem(key)
    if (!isLive || !storage?.getItem(key)) return
    void loadWhenAsked(async () => (await import('./hand-in-again.ts')).handInAgain).then((again) => again({ storage, key, request }))
  }, [isLive, turns, isClosed, key, request])
}
