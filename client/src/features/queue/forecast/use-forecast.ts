/** What happens to the queue if nothing changes, from the view and the current time. */
import { type Millis, toMillis } from '@rostrum/shared/kernel/time'
import { computeSegmentEnd } from '@rostrum/shared/projection/agenda/timeline'
import { computeFloorFree } from '@rostrum/shared/projection/floor/clock'
import {
  applyLimit,
  countReached,
  countReachedRange,
  type LimitChoice,
  listLimitChoices,
  listWaiting,
} from '@rostrum/shared/projection/queue/forecast'
import { useMemo } from 'react'
import { useNow, useView } from '../../../session/hooks.tsx'

export type QueueForecast = {
  readonly waiting: number
  readonly limit: Millis
  /** Null if no segment is running: then there is no end to compute with. */
  readonly timeLeft: Millis | null
  readonly countReachedAt: (limit: Millis) => number
  /** The lowest and the highest number, if speakers do not keep to their limits. */
  readonly reachedRange: readonly [number, number]
  readonly choices: readonly LimitChoice[]
}

/** The time left after everything that comes before the queue. */
const useTimeLeft = (): Millis | null => {
  const floor = useView((view) => view.floor)
  const plan = useView((view) => view.plan)
  const progress = useView((view) => view.progress)
  const hardEnd = useView(({ session }) => session.endsAt)
  const replies = useView(({ queue }) => (queue.repliesFirst ? queue.replies : 0))
  const now = useNow(1000)
  if (progress.current === null) return null
  const { limits, pace, reserve } = floor
  const before = reserve + replies * (limits.rightOfReply + pace.handover)
  return toMillis(Math.max(0, computeSegmentEnd(plan, progress, hardEnd, now) - computeFloorFree(floor, now) - before))
}

export const useForecast = (): QueueForecast => {
  const order = useView((view) => view.order)
  const entries = useView((view) => view.entries)
  const { limits, pace } = useView(({ floor }) => floor)
  const timeLeft = useTimeLeft()
  const waiting = useMemo(() => listWaiting(order, entries), [order, entries])
  return useMemo(() => {
    const applyLimitTo = (limit: Millis) => applyLimit(limits, waiting, limit)
    const time = timeLeft ?? toMillis(Number.MAX_SAFE_INTEGER)
    return {
      waiting: waiting.length,
      limit: limits.everyone,
      timeLeft,
      countReachedAt: (limit) => countReached(applyLimitTo(limit), time, pace),
      reachedRange: countReachedRange(applyLimitTo(limits.everyone), time, pace),
      choices: listLimitChoices(limits, waiting, time, pace),
    }
  }, [waiting, limits, pace, timeLeft])
}
