/** When the floor is likely to reach somebody, in words. */
import type { EntryId } from '@rostrum/shared/contract/ids'
import type { Instant } from '@rostrum/shared/kernel/time'
import { freeAt } from '@rostrum/shared/projection/floor/clock'
import { type Window, windowFor } from '@rostrum/shared/projection/queue/forecast'
import { useNow, useView } from '../../../session/hooks.tsx'
import { timeOfDay } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { useCalledBefore } from '../calling-order.ts'

/** Nobody plans by the second. */
const often = 5000

/** `entry`: null for somebody who asked for the floor now. */
export const useWindow = (entry: EntryId | null): { window: Window; now: Instant } => {
  const { current, interrupted, pace, limits } = useView(({ floor }) => floor)
  const entries = useView((view) => view.entries)
  const before = useCalledBefore(entry)
  const now = useNow(often)
  const ahead = before.map((id) => entries[id]?.limit ?? limits.everyone)
  return { window: windowFor(ahead, freeAt(interrupted, freeAt(current, now)), pace), now }
}

export const useWindowWords = (entry: EntryId | null): { minutes: number; wait: string; span: string } => {
  const { t } = useText()
  const zone = useView(({ session }) => session.timeZone)
  const { window, now } = useWindow(entry)
  const minutes = Math.max(0, Math.round((window.likely - now) / 60_000))
  return {
    minutes,
    wait: minutes < 1 ? t('time.soon') : t('time.about', { n: minutes }),
    span: t('time.window', { from: timeOfDay(window.from, zone), to: timeOfDay(window.until, zone) }),
  }
}
