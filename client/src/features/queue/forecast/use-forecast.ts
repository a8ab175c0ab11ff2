/** What happens to the queue if nothing changes, from the view and the current time. */

import { isLastWordGiven } from '@rostrum/shared/contract/last-word'
import { type Millis, toMillis, zeroMillis } from '@rostrum/shared/kernel/time'
import { computeSegmentEnd } from '@rostrum/shared/projection/agenda/timeline'
import { computeFloorFree } from '@rostrum/shared/projection/floor/clock'
import {
  applyLimit,
  computeTimeBefore,
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
  /** The last word was given: nobody who waits is called. */
  readonly lastWord: boolean
}

/** The time left after everything that comes before the queue. */
const useTimeLeft = (): Millis | null => {
  const floor = useView((view) => view.floor)
  const plan = useView((view) => view.plan)
  const progress = useView((view) => view.progress)
  const hardEnd = useView(({ session }) => session.endsAt)
  const queue = useView((view) => view.queue)
  const now = useNow(1000)
  if (progress.current === null) return null
  const free = computeFloorFree(floor, now) + computeTimeBefore(floor, queue)
  return toMillis(Math.max(0, computeSegmentEnd(plan, progress, hardEnd, now) - free))
}

export const useForecast = (): QueueForecast => {
  const order = useView((view) => view.order)
  const entries = useView((view) => view.entries)
  const { limits, pace } = useView(({ floor }) => floor)
  const lastWord = useView(({ queue }) => isLastWordGiven(queue.status))
  const timeLeft = useTimeLeft()
  const waiting = useMemo(() => listWaiting(order, entries), [order, entries])
  return useMemo(() => {
    const applyLimitTo = (limit: Millis) => applyLimit(limits, waiting, limit)
    const time = lastWord ? zeroMillis : (timeLeft ?? toMillis(Number.MAX_SAFE_INTEGER))
    return {
      waiting: waiting.length,
      limit: limits.everyone,
      timeLeft,
      countReachedAt: (limit) => countReached(applyLimitTo(limit), time, pace),
      reachedRange: countReachedRange(applyLimitTo(limits.everyone), time, pace),
      choices: listLimitChoices(limits, waiting, time, pace),
      lastWord,
    }
  }, [waiting, limits, pace, timeLeft, lastWord])
}
