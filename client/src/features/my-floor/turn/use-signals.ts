/** Sound, vibration and a notice for my own turn, if a person wants them on this device. */
import { useEffect, useRef } from 'react'
import { openBrowserStorage } from '../../../session/device-links.ts'
import { usePhoneText } from '../../../text/use-text.tsx'
import { allowSound, playSignal, showNotice } from '../../../ui/signal.ts'
import { type MyStatus, myStatusRules } from '../my-status.ts'

export const signalStorageKey = 'rostrum.signal'

export const isSignalWanted = (): boolean => openBrowserStorage('localStorage')?.getItem(signalStorageKey) === 'on'

/** Signals once when I am next, called, and given the floor, but not when I get it back after an interruption. */
export const useSignals = ({ kind }: MyStatus): void => {
  const { t } = usePhoneText()
  const before = useRef(kind)
  useEffect(() => {
    const previous = before.current
    before.current = kind
    if (kind === previous || previous === 'interrupted' || !myStatusRules[kind].isSignalled) return
    if (!isSignalWanted()) return
    playSignal()
    showNotice(t(myStatusRules[kind].title ?? 'me.next'))
  }, [kind, t])
  useEffect(() => {
    // After a reload the browser requires a press before it plays a sound.
    const onPress = () => isSignalWanted() && allowSound()
    document.addEventListener('pointerdown', onPress)
    return () => document.removeEventListener('pointerdown', onPress)
  }, [])
}
