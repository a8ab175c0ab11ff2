/** What is to be done once the page shows what has just been changed, such as to put the focus on it. */
import { useCallback, useEffect, useRef } from 'react'

export const useLater = (): ((act: () => void) => void) => {
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
