/** Nothing moves under the finger: for a second after a touch or a key, what was seen stays as it was. */
import { useCallback, useEffect, useRef, useState } from 'react'

const calm = 1000

type Calm<T> = {
  readonly shown: T
  /** Whether what is shown is held back from what is now. */
  readonly held: boolean
  readonly touched: () => void
  /** What was touched is meant to move: it is shown as it is, at once. */
  readonly released: () => void
}

export const useCalm = <T>(now: T): Calm<T> => {
  const [held, hold] = useState<{ readonly seen: T } | null>(null)
  const latest = useRef(now)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    latest.current = now
  }, [now])
  useEffect(() => () => clearTimeout(timer.current), [])
  const touched = useCallback(() => {
    hold((before) => before ?? { seen: latest.current })
    clearTimeout(timer.current)
    timer.current = setTimeout(() => hold(null), calm)
  }, [])
  const released = useCallback(() => {
    clearTimeout(timer.current)
    hold(null)
  }, [])
  return { shown: held === null ? now : held.seen, held: held !== null, touched, released }
}
