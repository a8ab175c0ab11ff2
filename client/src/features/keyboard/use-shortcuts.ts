/** A shortcut presses the very button on the page, so it can never do what the button may not. */
import { useEffect } from 'react'
import { isCovered, isTyping } from '../../ui/keyboard-target.ts'
import { announcements } from '../../ui/screen-reader.ts'
import { type Shortcut, switchShortcuts, useShortcutsOn } from '../../ui/shortcuts.ts'
import { keptShortcuts, keptWish } from './preferences.ts'
import { shortcutOf } from './shortcut.ts'

/** For the screens that drive: what this device keeps holds while one of them is shown. */
export const useShortcuts = (): void => {
  const on = useShortcutsOn()
  useEffect(() => {
    switchShortcuts(keptShortcuts())
    announcements.wish(keptWish())
    return () => {
      switchShortcuts(false)
      announcements.wish('all')
    }
  }, [])
  useEffect(() => {
    if (!on) return
    const onKeyDown = (event: KeyboardEvent) => {
      const shortcut = shortcutOf(event)
      if (shortcut === null || event.defaultPrevented || isTyping(event.target) || isCovered()) return
      if (press(shortcut)) event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [on])
}

/** False where there is nothing to press, or it cannot be pressed now. */
const press = (shortcut: Shortcut): boolean => {
  const marked = document.querySelector<HTMLElement>(`[data-shortcut="${shortcut}"]`)
  if (marked === null || marked.matches(':disabled, [aria-disabled="true"]') || marked.closest('[inert], [hidden]') !== null) return false
  if (shortcut === 'find') marked.focus()
  else marked.click()
  return true
}
