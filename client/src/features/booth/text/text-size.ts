/** The size of texts on this device, in rem. */
import { useState } from 'react'
import { openBrowserStorage } from '../../../session/device-links.ts'

const key = 'rostrum.booth.size'
const sizes = [1, 1.125, 1.3125, 1.5, 1.75, 2, 2.5] as const
const usual = 2

const readIndex = (): number => {
  const stored = Number(openBrowserStorage('localStorage')?.getItem(key) ?? usual)
  return Number.isInteger(stored) && stored in sizes ? stored : usual
}

export const useBoothTextSize = () => {
  const [index, setIndex] = useState(readIndex)
  const change = (by: -1 | 1) => {
    const next = Math.min(sizes.length - 1, Math.max(0, index + by))
    openBrowserStorage('localStorage')?.setItem(key, String(next))
    setIndex(next)
  }
  return { size: sizes[index] ?? sizes[usual], change, isSmallest: index === 0, isLargest: index === sizes.length - 1 }
}
