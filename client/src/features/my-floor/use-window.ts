/** When the floor is likely to reach a place in the list, in words. */
import { freeAt } from '@rostrum/shared/projection/clock'
import { type Window, windowFor } from '@rostrum/shared/projection/forecast'
import type { Instant } from '@rostrum/shared/kernel/time'
import { useNow, useView } from '../../session/hooks.tsx'
import { timeOfDay } from '../../text/times.ts'
import { useText } from '../../text/use-text.tsx'

/** Nobody plans by the second. */
const often = 5000

/** `ahead`: how many come before. */
export const useWindow = (ahead: number): { window: Window; now: Instant } => {
  const { current, interrupted, limit, handover } = useView(({ floor }) => floor)
  const now = useNow(often)
  const free = freeAt(interrupted, freeAt(current, now))
  return { window: windowFor(ahead, free, limit, handover), now }
}

export const useWindowWords = (ahead: number): { minutes: number; wait: string; span: string } => {
  const { t } = useText()
  const zone = useView(({ session }) => session.timeZone)
  const { window, now } = useWindow(ahead)
  const minutes = Math.max(0, Math.round((window.likely - now) / 60_000))
  return {
    minutes,
    wait: minutes < 1 ? t('time.soon') : t('time.about', { n: minutes }),
    span: t('time.window', { from: timeOfDay(window.from, zone), to: timeOfDay(window.until, zone) }),
  }
}
