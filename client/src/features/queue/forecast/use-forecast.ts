/** The outlook for the queue if nothing changes, from the view and the current time. */

import { isLastWordGiven } from '@rostrum/shared/contract/last-word'
import { type Instant, type Millis, toMillis, zeroMillis } from '@rostrum/shared/kernel/time'
import {
  applyLimit,
  countReached,
  type LimitChoice,
  listLimitChoices,
  listWaiting,
  type WaitingSpeaker,
} from '@rostrum/shared/projection/queue/forecast'
import { computeOutlook, getLatestEnd } from '@rostrum/shared/projection/queue/outlook'
import type { View } from '@rostrum/shared/projection/registry'
import { useMadeNow } from '../../../session/hooks.tsx'
import { rememberLast } from '../../../session/remember-last.ts'

export type QueueForecast = {
  readonly waiting: number
  readonly limit: Millis
  /**
   * The time until the segment ends at the latest, with what was gained, as those who wait read it too. Null if no segment is running, because
   * there is no end to compute with.
   */
  readonly timeLeft: Millis | null
  /** The part of `timeLeft` that was gained before, beyond the end of the segment. */
  readonly gained: Millis
  /** True if speakers use clearly less or more of their time than all of it. The counts then differ from the time that is left ÷ the limit. */
  readonly isPaced: boolean
  readonly countReachedAt: (limit: Millis) => number
  /** The limits to choose from: parts of `base`. */
  readonly listChoices: (base: Millis) => readonly LimitChoice[]
  /** True if the last word was given: nobody who waits is called. */
  readonly lastWord: boolean
}

type ForecastView = Pick<View, 'floor' | 'plan' | 'progress' | 'session' | 'queue' | 'order' | 'entries'>

const listWaitingOnce = rememberLast(({ order, entries }: Pick<View, 'order' | 'entries'>) => listWaiting(order, entries))

export const listWaitingNow = ({ order, entries }: Pick<View, 'order' | 'entries'>): readonly WaitingSpeaker[] =>
  listWaitingOnce({ order, entries })

/** Remembered, because several places of a page request the same forecast. */
const forecastOnce = rememberLast((given: ForecastView & { readonly now: Instant }): QueueForecast => {
  const { limits, pace } = given.floor
  const waiting = listWaitingNow(given)
  const outlook = computeOutlook(given, given.now)
  const lastWord = isLastWordGiven(given.queue.status)
  const timeLeft = outlook && toMillis(Math.max(0, getLatestEnd(outlook) - given.now))
  const applyLimitTo = (limit: Millis) => applyLimit(limits, waiting, limit)
  const time = lastWord ? zeroMillis : (outlook?.leftForList ?? toMillis(Number.MAX_SAFE_INTEGER))
  return {
    waiting: waiting.length,
    limit: limits.everyone,
    timeLeft,
    gained: toMillis(Math.min(outlook?.gained ?? zeroMillis, timeLeft ?? zeroMillis)),
    isPaced: Math.abs(pace.share - 1) >= 0.05,
    countReachedAt: (limit) => countReached(applyLimitTo(limit), time, pace),
    listChoices: (base) => listLimitChoices(base, limits, waiting, time, pace),
    lastWord,
  }
})

export const computeForecast = ({ floor, plan, progress, session, queue, order, entries }: ForecastView, now: Instant): QueueForecast =>
  forecastOnce({ floor, plan, progress, session, queue, order, entries, now })

export const forecastRefreshMs = 1000

export const useForecast = (): QueueForecast => useMadeNow(forecastRefreshMs, computeForecast)
