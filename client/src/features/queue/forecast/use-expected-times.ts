/** When the floor is likely to reach each row of the list, in words. */
import { isLastWordGiven } from '@rostrum/shared/contract/last-word'
import type { Instant, Millis } from '@rostrum/shared/kernel/time'
import { applyLimit, listLikelyStarts } from '@rostrum/shared/projection/queue/forecast'
import { computeOutlook } from '@rostrum/shared/projection/queue/outlook'
import type { View } from '@rostrum/shared/projection/registry'
import { useCallback } from 'react'
import { useMadeNow } from '../../../session/hooks.tsx'
import { formatTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { listWaitingNow } from './use-forecast.ts'

/** An estimate does not need to change every second. */
const refreshMs = 5000

/** When each row is likely to be reached if everybody has this limit. Null while nothing can be said, such as during a suspension. */
const findExpectedTimes = (view: View, now: Instant, limit: Millis): readonly string[] | null => {
  const { session, queue, floor } = view
  const outlook = computeOutlook(view, now)
  if (outlook === null || isLastWordGiven(queue.status)) return null
  const replies: readonly Millis[] = Array.from({ length: queue.repliesFirst ? queue.replies : 0 }, () => floor.limits.rightOfReply)
  const limits = [...replies, ...applyLimit(floor.limits, listWaitingNow(view), limit)]
  return listLikelyStarts(limits, outlook.free, floor.pace)
    .slice(replies.length)
    .map((start) => formatTime(start, session.timeZone))
}

/** Returns the text for the row with this rank, from 0. A row that is not reached has the time at which it would be if the item went on. */
export const useExpectedTimes = (limit: Millis): ((rank: number) => string | undefined) => {
  const { t } = useText()
  const find = useCallback((view: View, now: Instant) => findExpectedTimes(view, now, limit), [limit])
  const times = useMadeNow(refreshMs, find)
  return (rank) => {
    const time = times?.[rank]
    return time === undefined ? undefined : t('queue.about', { time })
  }
}
