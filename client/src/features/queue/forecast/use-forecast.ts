/** What happens on the list if nothing changes, from what the view says and what time it is. */
import { type Millis, millisOf } from '@rostrum/shared/kernel/time'
import { segmentEnd } from '@rostrum/shared/projection/agenda/timeline'
import { floorFreeAt } from '@rostrum/shared/projection/floor/clock'
import { heard, heardBetween, type LimitChoice, limitChoices, limitsAt, waitingIn } from '@rostrum/shared/projection/queue/forecast'
import { useMemo } from 'react'
import { useNow, useView } from '../../../session/hooks.tsx'

export type Forecast = {
  readonly waiting: number
  readonly limit: Millis
  /** Null where no part of the agenda runs: then there is nothing to reckon with. */
  readonly left: Millis | null
  readonly heardAt: (limit: Millis) => number
  /** Where speakers stray from their limits, how few and how many it may be. */
  readonly between: readonly [number, number]
  readonly choices: readonly LimitChoice[]
}

/** Everything else of the moment, in the time that is left. */
const useLeft = (): Millis | null => {
  const floor = useView((view) => view.floor)
  const plan = useView((view) => view.plan)
  const progress = useView((view) => view.progress)
  const hardEnd = useView(({ session }) => session.endsAt)
  const replies = useView(({ list }) => (list.repliesFirst ? list.replies : 0))
  const now = useNow(1000)
  if (progress.current === null) return null
  const { limits, pace, reserve } = floor
  const before = reserve + replies * (limits.rightOfReply + pace.handover)
  return millisOf(Math.max(0, segmentEnd(plan, progress, hardEnd, now) - floorFreeAt(floor, now) - before))
}

export const useForecast = (): Forecast => {
  const line = useView((view) => view.line)
  const entries = useView((view) => view.entries)
  const { limits, pace } = useView(({ floor }) => floor)
  const left = useLeft()
  const waiting = useMemo(() => waitingIn(line, entries), [line, entries])
  return useMemo(() => {
    const at = (limit: Millis) => limitsAt(limits, waiting, limit)
    const time = left ?? millisOf(Number.MAX_SAFE_INTEGER)
    return {
      waiting: waiting.length,
      limit: limits.everyone,
      left,
      heardAt: (limit) => heard(at(limit), time, pace),
      between: heardBetween(at(limits.everyone), time, pace),
      choices: limitChoices(limits, waiting, time, pace),
    }
  }, [waiting, limits, pace, left])
}
