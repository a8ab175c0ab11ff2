/** Nothing moves under the finger: for a second after a touch or a key the list keeps the order that was seen. */
import type { Place } from '@rostrum/shared/contract/queue'
import { useCallback, useEffect, useRef, useState } from 'react'

const calm = 1000

type Calm = {
  readonly shown: readonly Place[]
  readonly touched: () => void
  /** What was touched is meant to move: it is shown as it is, at once. */
  readonly released: () => void
}

export const useCalm = (line: readonly Place[]): Calm => {
  const [held, hold] = useState<readonly Place[] | null>(null)
  const latest = useRef(line)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  useEffect(() => {
    latest.current = line
  }, [line])
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current)
    },
    [],
  )
  const touched = useCallback(() => {
    hold((before) => before ?? latest.current)
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = setTimeout(() => hold(null), calm)
  }, [])
  const released = useCallback(() => {
    if (timer.current !== null) clearTimeout(timer.current)
    hold(null)
  }, [])
  return { shown: held ?? line, touched, released }
}
