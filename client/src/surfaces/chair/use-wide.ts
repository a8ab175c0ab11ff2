import { useSyncExternalStore } from 'react'

const query = '(min-width: 75.01rem)'

const follow = (changed: () => void): (() => void) => {
  const list = matchMedia(query)
  list.addEventListener('change', changed)
  return () => list.removeEventListener('change', changed)
}

/** Whether three columns fit. */
export const useWide = (): boolean => useSyncExternalStore(follow, () => matchMedia(query).matches)
