/** The display of captions on this device: language, form, size and contrast. */
import { Listeners } from '@rostrum/shared/kernel/listeners'
import { useSyncExternalStore } from 'react'
import { openBrowserStorage } from '../../session/device-links.ts'

const keys = {
  language: 'rostrum.captions.language',
  way: 'rostrum.captions.way',
  size: 'rostrum.captions.size',
  contrast: 'rostrum.captions.contrast',
  display: 'rostrum.display.captions',
} as const
type Setting = keyof typeof keys

const listeners = new Listeners()

/** Null until something is chosen. */
export const useCaptionSetting = (setting: Setting): readonly [value: string | null, choose: (value: string) => void] => [
  useSyncExternalStore(listeners.subscribe, () => openBrowserStorage('localStorage')?.getItem(keys[setting]) ?? null),
  (value) => {
    openBrowserStorage('localStorage')?.setItem(keys[setting], value)
    listeners.notify()
  },
]

export const captionWays = ['lines', 'transcript', 'pages'] as const
export type CaptionWay = (typeof captionWays)[number]

/** Sizes, relative to the usual one. */
const sizes = [0.8, 1, 1.25, 1.6, 2] as const

export const useCaptionSize = () => {
  const [stored, store] = useCaptionSetting('size')
  const index = Math.max(0, sizes.indexOf(Number(stored ?? 1) as 1))
  const change = (by: number) => store(String(sizes[Math.min(sizes.length - 1, Math.max(0, index + by))]))
  return { size: sizes[index] ?? 1, change, isSmallest: index === 0, isLargest: index === sizes.length - 1 }
}
