/** What somebody chose for the keyboard and for what is spoken, kept on this device. */
import { shelf } from '../../session/session-ticket.ts'
import { announcements, type Wish, wishes } from '../../ui/screen-reader.ts'
import { switchShortcuts } from '../../ui/shortcuts.ts'

const places = { shortcuts: 'rostrum.shortcuts', wish: 'rostrum.announcements' } as const

export const keptShortcuts = (): boolean => shelf('localStorage')?.getItem(places.shortcuts) === 'on'

export const keptWish = (): Wish => {
  const kept = shelf('localStorage')?.getItem(places.wish)
  return wishes.find((wish) => wish === kept) ?? 'all'
}

export const chooseShortcuts = (on: boolean): void => {
  shelf('localStorage')?.setItem(places.shortcuts, on ? 'on' : 'off')
  switchShortcuts(on)
}

export const chooseWish = (wish: Wish): void => {
  shelf('localStorage')?.setItem(places.wish, wish)
  announcements.wish(wish)
}
