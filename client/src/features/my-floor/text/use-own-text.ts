/** The text that I will read out. It is written on this device, stays on it, and goes at the close. */
import { useEffect } from 'react'
import { openBrowserStorage } from '../../../session/device-links.ts'
import { useStorageKey, useView } from '../../../session/hooks.tsx'
import { useDeviceDraft } from '../../../widgets/use-device-draft.ts'

const name = 'speech'
const parseText = (stored: unknown): string | null => (typeof stored === 'string' ? stored : null)

export const useOwnText = (): readonly [text: string, write: (text: string) => void] => {
  const [text, change] = useDeviceDraft(name, '', parseText)
  return [text, (next) => change(() => next)]
}

/** For a page that may be open at the close. */
export const useOwnTextEnd = (): void => {
  const key = `rostrum.${name}.${useStorageKey()}`
  const isClosed = useView(({ session }) => session.phase === 'closed')
  useEffect(() => {
    if (isClosed) openBrowserStorage('localStorage')?.removeItem(key)
  }, [isClosed, key])
}
