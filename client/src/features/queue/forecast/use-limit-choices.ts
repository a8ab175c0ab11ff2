/** The limits that the Chair can choose from, with how many each reaches. */
import type { Millis } from '@rostrum/shared/kernel/time'
import { type LimitChoice, listLimitParts } from '@rostrum/shared/projection/queue/forecast'
import { useState } from 'react'
import { useView } from '../../../session/hooks.tsx'
import type { QueueForecast } from './use-forecast.ts'

/**
 * Empty as long as every limit reaches everybody, and if nobody else is called: then there is nothing to choose. Once there was something,
 * they stay on the item, so that no row of the list moves with each request. While the meeting is suspended nobody knows the end, so no
 * limit says whom it reaches.
 */
export const useLimitChoices = ({ limit, lastWord, waiting, timeLeft, listChoices }: QueueForecast): readonly LimitChoice[] => {
  const segment = useView(({ progress }) => progress.current)
  const choices = listChoices(useBase(limit))
  const [offeredOn, setOfferedOn] = useState<typeof segment>(null)
  const isOffered = waiting > 0 && !lastWord && choices.some(({ reachesAll }) => !reachesAll)
  if (isOffered && offeredOn !== segment) setOfferedOn(segment)
  const stays = timeLeft !== null && waiting > 0 && !lastWord && segment !== null && offeredOn === segment
  return isOffered || stays ? choices : []
}

/**
 * Returns the limit whose parts can be chosen. It is the limit that held at the first of these choices in the segment, so that no button
 * changes its value under the finger, also after one was used. Another limit that is none of its parts takes its place.
 */
const useBase = (limit: Millis): Millis => {
  const segment = useView(({ progress }) => progress.current)
  const [kept, keep] = useState({ segment, base: limit })
  if (kept.segment === segment && listLimitParts(kept.base).includes(limit)) return kept.base
  keep({ segment, base: limit })
  return limit
}
