/** Keeps a list still under the finger. The shown value does not change for one second after a touch or a key press. */
import { useCallback, useEffect, useRef, useState } from 'react'

const stableForMs = 1000

type StableValue<T> = {
  readonly value: T
  /** True while an older value is shown. */
  readonly isHeld: boolean
  readonly onTouch: () => void
  /** Shows the latest value at once, for a touch that is meant to move an item. */
  readonly release: () => void
}

export const useStableWhileTouched = <T>(now: T): StableValue<T> => {
  const [held, hold] = useState<{ readonly seen: T } | null>(null)
  const latest = useRef(now)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    latest.current = now
  }, [now])
  useEffect(() => () => clearTimeout(timer.current), [])
  const onTouch = useCallback(() => {
    hold((before) => before ?? { seen: latest.current })
    clearTimeout(timer.current)
    timer.current = setTimeout(() => hold(null), stableForMs)
  }, [])
  const release = useCallback(() => {
    clearTimeout(timer.current)
    hold(null)
  }, [])
  return { value: held === null ? now : held.seen, isHeld: held !== null, onTouch, release }
}
