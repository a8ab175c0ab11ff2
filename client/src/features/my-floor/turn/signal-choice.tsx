/** The choice of sound and vibration for my own turn on this device. */
import { useState } from 'react'
import { openBrowserStorage } from '../../../session/device-links.ts'
import { useAskedText } from '../../../text/use-text.tsx'
import { CheckRow } from '../../../ui/check-row.tsx'
import { allowNotices, allowSound, playSignal } from '../../../ui/signal.ts'
import { isSignalWanted, signalStorageKey } from './use-signals.ts'

const storeChoice = (wanted: boolean): void => {
  const storage = openBrowserStorage('localStorage')
  if (wanted) storage?.setItem(signalStorageKey, 'on')
  else storage?.removeItem(signalStorageKey)
}

/** Off by default. Switching it on plays the sound once. */
export const SignalChoice = () => {
  const { t } = useAskedText()
  const [wanted, setWanted] = useState(isSignalWanted)
  const choose = (next: boolean) => {
    setWanted(next)
    storeChoice(next)
    if (!next) return
    allowSound()
    playSignal()
    allowNotices()
  }
  return <CheckRow label={t('signal.label')} note={t('signal.note')} checked={wanted} onChange={choose} />
}
