/** Runs an action once the page shows the last change, for example to set the focus. */
import { useCallback, useEffect, useRef } from 'react'

export const useAfterRender = (): ((act: () => void) => void) => {
  const waiting = useRef<(() => void) | null>(null)
  useEffect(() => {
    const act = waiting.current
    waiting.current = null
    act?.()
  })
  return useCallback((act) => {
    waiting.current = act
  }, [])
}
