/** When the floor is likely to reach somebody, in words. */
import type { EntryId } from '@rostrum/shared/contract/ids'
import type { Instant } from '@rostrum/shared/kernel/time'
import { computeTurnEnd } from '@rostrum/shared/projection/floor/clock'
import { estimateWindow, type TimeWindow } from '@rostrum/shared/projection/queue/forecast'
import { useNow, useView } from '../../../session/hooks.tsx'
import { formatTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { useCalledBefore } from '../calling-order.ts'

/** An estimate does not need to change every second. */
const refreshMs = 5000

/** `entry`: null for somebody who asks for the floor now. */
export const useTimeWindow = (entry: EntryId | null): { window: TimeWindow; now: Instant } => {
  const { current, interrupted, pace, limits } = useView(({ floor }) => floor)
  const entries = useView((view) => view.entries)
  const before = useCalledBefore(entry)
  const now = useNow(refreshMs)
  const ahead = before.map((id) => entries[id]?.limit ?? limits.everyone)
  return { window: estimateWindow(ahead, computeTurnEnd(interrupted, computeTurnEnd(current, now)), pace), now }
}

export const useTimeWindowText = (entry: EntryId | null): { minutes: number; wait: string; span: string } => {
  const { t } = useText()
  const zone = useView(({ session }) => session.timeZone)
  const { window, now } = useTimeWindow(entry)
  const minutes = Math.max(0, Math.round((window.likely - now) / 60_000))
  return {
    minutes,
    wait: minutes < 1 ? t('time.soon') : t('time.about', { n: minutes }),
    span: t('time.window', { from: formatTime(window.from, zone), to: formatTime(window.until, zone) }),
  }
}
