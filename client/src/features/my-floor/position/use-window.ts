/** When the floor is likely to reach somebody, in words. */
import type { EntryId } from '@rostrum/shared/contract/ids'
import { addMillis, type Instant } from '@rostrum/shared/kernel/time'
import { computeSegmentEnd } from '@rostrum/shared/projection/agenda/timeline'
import { computeTurnEnd } from '@rostrum/shared/projection/floor/clock'
import { estimateWindow, type TimeWindow } from '@rostrum/shared/projection/queue/forecast'
import { selectRowLimit } from '@rostrum/shared/projection/queue/rows'
import { useMemo } from 'react'
import { useNow, useView } from '../../../session/hooks.tsx'
import { formatTime } from '../../../text/times.ts'
import { usePhoneText } from '../../../text/use-text.tsx'
import { useCalledBefore, useMyLimit } from '../calling-order.ts'

/** An estimate does not need to change every second. */
const refreshMs = 5000

/** `entry`: null for somebody who asks for the floor now. */
const useTimeWindow = (entry: EntryId | null): { window: TimeWindow; now: Instant } => {
  const { current, interrupted, pace, limits } = useView(({ floor }) => floor)
  const entries = useView((view) => view.entries)
  const before = useCalledBefore(entry)
  const now = useNow(refreshMs)
  const rows = useMemo(() => before.map((id) => entries[id]), [before, entries])
  const ahead = rows.map((row) => (row ? selectRowLimit(limits, row) : limits.everyone))
  return { window: estimateWindow(ahead, computeTurnEnd(interrupted, computeTurnEnd(current, now)), pace), now }
}

/**
 * Returns when the current segment ends, if the floor would not reach this entry for its whole limit by then. Null if it would, or if no
 * segment is running. The result is the same before and after asking.
 */
export const useMissedEnd = (entry: EntryId | null): { end: Instant; now: Instant } | null => {
  const mine = useMyLimit(entry)
  const plan = useView((view) => view.plan)
  const progress = useView((view) => view.progress)
  const hardEnd = useView(({ session }) => session.endsAt)
  const { window, now } = useTimeWindow(entry)
  if (progress.current === null) return null
  const end = computeSegmentEnd(plan, progress, hardEnd, now)
  return addMillis(window.likely, mine) > end ? { end, now } : null
}

export const useTimeWindowText = (entry: EntryId | null): { minutes: number; wait: string; span: string } => {
  const { t } = usePhoneText()
  const zone = useView(({ session }) => session.timeZone)
  const { window, now } = useTimeWindow(entry)
  const minutes = Math.max(0, Math.round((window.likely - now) / 60_000))
  return {
    minutes,
    wait: minutes < 1 ? t('time.soon') : t('time.about', { n: minutes }),
    span: t('time.window', { from: formatTime(window.from, zone), to: formatTime(window.until, zone) }),
  }
}
