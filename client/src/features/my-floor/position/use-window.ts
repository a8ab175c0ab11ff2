/** When the floor is likely to reach somebody, in words. */
import type { EntryId } from '@rostrum/shared/contract/ids'
import { isLastWordGiven } from '@rostrum/shared/contract/last-word'
import type { Instant, Millis } from '@rostrum/shared/kernel/time'
import { computeFloorFree } from '@rostrum/shared/projection/floor/clock'
import { countReached, estimateWindow, selectRowLimit } from '@rostrum/shared/projection/queue/forecast'
import { computeOutlook, getLatestEnd } from '@rostrum/shared/projection/queue/outlook'
import { useMemo } from 'react'
import { useMadeNow, useNow, useView } from '../../../session/hooks.tsx'
import { getPlaceName } from '../../../text/place-name.ts'
import { formatTime, readsLike } from '../../../text/times.ts'
import { usePhoneText } from '../../../text/use-text.tsx'
import { useCalledBefore, useMyLimit } from '../calling-order.ts'

/** An estimate does not need to change every second. */
const refreshMs = 5000

/** `entry`: null for somebody who asks for the floor now. Returns the limits of those who are called before. */
const useLimitsAhead = (entry: EntryId | null): readonly Millis[] => {
  const limits = useView(({ floor }) => floor.limits)
  const entries = useView((view) => view.entries)
  const before = useCalledBefore(entry)
  return useMemo(
    () =>
      before.map((id) => {
        const row = entries[id]
        return row ? selectRowLimit(limits, row) : limits.everyone
      }),
    [before, entries, limits],
  )
}

/**
 * Returns when the current segment ends, if the floor would not reach this entry for its whole turn by then. Null if it would, or if no
 * segment is running, or the session is suspended. The result is the same before and after asking.
 */
export const useMissedEnd = (entry: EntryId | null): { readonly end: Instant; readonly isOver: boolean } | null => {
  const limits = [...useLimitsAhead(entry), useMyLimit(entry)]
  const now = useNow(refreshMs)
  const outlook = useMadeNow(refreshMs, computeOutlook)
  const pace = useView(({ floor }) => floor.pace)
  if (outlook === null || countReached(limits, outlook.left, pace) === limits.length) return null
  const end = getLatestEnd(outlook)
  return { end, isOver: end <= now }
}

/** True after the Chair has called the last speaker. Nobody on the list then reads a time, or is asked to be ready. */
export const useIsLastWord = (): boolean => useView(({ queue }) => isLastWordGiven(queue.status))

export const useTimeWindowText = (entry: EntryId | null): { minutes: number; wait: string; span: string } => {
  const { t } = usePhoneText()
  const { timeZone: zone, place } = useView(({ session }) => session)
  const { current, interrupted, pace } = useView(({ floor }) => floor)
  const now = useNow(refreshMs)
  const window = estimateWindow(useLimitsAhead(entry), computeFloorFree({ current, interrupted }, now), pace)
  const span = t('time.window', { from: formatTime(window.from, zone), to: formatTime(window.until, zone) })
  const minutes = Math.max(0, Math.round((window.likely - now) / 60_000))
  return {
    minutes,
    wait: minutes < 1 ? t('time.soon') : t('time.about', { n: minutes }),
    // Somebody elsewhere would take it for their own time.
    span: readsLike(now, zone) ? span : t('pair.comma', { first: span, second: t('time.zone', { place: getPlaceName(t, place) }) }),
  }
}
