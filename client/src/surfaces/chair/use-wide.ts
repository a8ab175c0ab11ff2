import { useMedia } from '../../ui/use-media.ts'

/** True if three columns fit. */
export const useWide = (): boolean => useMedia('(min-width: 68.01rem)')
