/** A shortcut presses the button on the page, so it can never do more than the button. */
import { useEffect } from 'react'
import { isOverlayOpen, isTyping } from '../../ui/keyboard-target.ts'
import { screenReader } from '../../ui/screen-reader.ts'
import { type Shortcut, setShortcutsEnabled, useShortcutsEnabled } from '../../ui/shortcuts.ts'
import { loadShortcutsEnabled, loadSpeechLevel } from './preferences.ts'
import { findShortcut } from './shortcut.ts'

/** For the screens of the staff. The choices stored on this device apply while one of these screens is open. */
export const useShortcuts = (): void => {
  const enabled = useShortcutsEnabled()
  useEffect(() => {
    setShortcutsEnabled(loadShortcutsEnabled())
    screenReader.setLevel(loadSpeechLevel())
    return () => {
      setShortcutsEnabled(false)
      screenReader.setLevel('all')
    }
  }, [])
  useEffect(() => {
    if (!enabled) return
    const onKeyDown = (event: KeyboardEvent) => {
      const shortcut = findShortcut(event)
      if (shortcut === null || event.defaultPrevented || isTyping(event.target) || isOverlayOpen()) return
      if (pressShortcut(shortcut)) event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [enabled])
}

/** False if there is no button to press, or if it is disabled now. */
const pressShortcut = (shortcut: Shortcut): boolean => {
  const control = document.querySelector<HTMLElement>(`[data-shortcut="${shortcut}"]`)
  if (control === null || control.matches(':disabled, [aria-disabled="true"]') || control.closest('[inert], [hidden]') !== null)
    return false
  if (shortcut === 'find') control.focus()
  else control.click()
  return true
}
