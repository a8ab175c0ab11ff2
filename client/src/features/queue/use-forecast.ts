/** What happens on the list if nothing changes, from what the view says and what time it is. */
import { type Millis, millisOf } from '@rostrum/shared/kernel/time'
import { freeAt } from '@rostrum/shared/projection/clock'
import { heard, type LimitChoice, limitChoices } from '@rostrum/shared/projection/forecast'
import { segmentEnd } from '@rostrum/shared/projection/timeline'
import { useNow, useView } from '../../session/hooks.tsx'

export type Forecast = {
  readonly waiting: number
  readonly limit: Millis
  /** Null where no part of the agenda runs: then there is nothing to reckon with. */
  readonly left: Millis | null
  readonly heardAt: (limit: Millis) => number
  readonly choices: readonly LimitChoice[]
}

export const useForecast = (): Forecast => {
  const waiting = useView(({ line }) => line.length)
  const { limit, handover, current } = useView(({ floor }) => floor)
  const plan = useView((view) => view.plan)
  const progress = useView((view) => view.progress)
  const hardEnd = useView(({ session }) => session.endsAt)
  const now = useNow(1000)
  const left = progress.current === null ? null : millisOf(Math.max(0, segmentEnd(plan, progress, hardEnd) - freeAt(current, now)))
  return {
    waiting,
    limit,
    left,
    heardAt: (one) => (left === null ? waiting : heard(waiting, left, one, handover)),
    choices: limitChoices(waiting, left ?? millisOf(waiting * (limit + handover)), limit, handover),
  }
}
