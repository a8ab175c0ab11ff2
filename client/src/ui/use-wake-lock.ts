import { useEffect } from 'react'

/**
 * Keeps the screen on as long as `isWanted`. The browser releases the lock when the page is hidden, so it is requested again when the page
 * is back. If a browser refuses it, for example to save its battery, the screen sleeps as usual.
 */
export const useWakeLock = (isWanted: boolean): void => {
  useEffect(() => {
    if (!isWanted || !('wakeLock' in navigator)) return
    let isOver = false
    let lock: WakeLockSentinel | null = null
    const request = async () => {
      if (document.visibilityState !== 'visible') return
      const granted = await requestLock()
      if (isOver) await granted?.release()
      else lock = granted
    }
    const onVisibilityChange = () => void request()
    void request()
    document.addEventListener('visibilitychange', onVisibilityChange)
    return () => {
      isOver = true
      document.removeEventListener('visibilitychange', onVisibilityChange)
      void lock?.release()
    }
  }, [isWanted])
}

const requestLock = async (): Promise<WakeLockSentinel | null> => {
  try {
    return await navigator.wakeLock.request('screen')
  } catch (error) {
    if (error instanceof DOMException) return null
    throw error
  }
}
