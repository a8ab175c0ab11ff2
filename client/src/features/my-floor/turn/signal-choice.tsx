/** Sound and vibration for my own turn, if a person wants them on this device. */
import { useEffect, useRef, useState } from 'react'
import { openBrowserStorage } from '../../../session/device-links.ts'
import { usePhoneText } from '../../../text/use-text.tsx'
import { CheckRow } from '../../../ui/check-row.tsx'
import { allowSound, playSignal } from '../../../ui/signal.ts'
import type { MyStatus, MyStatusKind } from '../my-status.ts'

const storageKey = 'rostrum.signal'
const signalledStatuses: readonly MyStatusKind[] = ['next', 'called', 'floor']

const isWanted = (): boolean => openBrowserStorage('localStorage')?.getItem(storageKey) === 'on'

const storeChoice = (wanted: boolean): void => {
  const storage = openBrowserStorage('localStorage')
  if (wanted) storage?.setItem(storageKey, 'on')
  else storage?.removeItem(storageKey)
}

/** Off by default. Switching it on plays the sound once. */
export const SignalChoice = () => {
  const { t } = usePhoneText()
  const [wanted, setWanted] = useState(isWanted)
  const choose = (next: boolean) => {
    setWanted(next)
    storeChoice(next)
    if (!next) return
    allowSound()
    playSignal()
  }
  return <CheckRow label={t('signal.label')} note={t('signal.note')} checked={wanted} onChange={choose} />
}

/** Signals once when I am next, called, and given the floor, but not when I get it back after an interruption. */
export const useSignals = ({ kind }: MyStatus): void => {
  const before = useRef(kind)
  useEffect(() => {
    const previous = before.current
    before.current = kind
    if (kind === previous || previous === 'interrupted' || !signalledStatuses.includes(kind)) return
    if (isWanted()) playSignal()
  }, [kind])
  useEffect(() => {
    // After a reload the browser requires a press before it plays a sound.
    const onPress = () => isWanted() && allowSound()
    document.addEventListener('pointerdown', onPress)
    return () => document.removeEventListener('pointerdown', onPress)
  }, [])
}
