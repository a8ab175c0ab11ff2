import { useSyncExternalStore } from 'react'

const query = '(min-width: 75.01rem)'

const subscribe = (onChange: () => void): (() => void) => {
  const list = matchMedia(query)
  list.addEventListener('change', onChange)
  return () => list.removeEventListener('change', onChange)
}

/** True if three columns fit. */
export const useWide = (): boolean => useSyncExternalStore(subscribe, () => matchMedia(query).matches)
