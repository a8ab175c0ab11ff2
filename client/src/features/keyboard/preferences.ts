/** The user's choices for the keyboard and for speech, stored on this device. */

import { openBrowserStorage } from '../../session/device-links.ts'
import { type SpeechLevel, screenReader, speechLevels } from '../../ui/screen-reader.ts'
import { setShortcutsEnabled } from '../../ui/shortcuts.ts'

const storageKeys = { shortcuts: 'rostrum.shortcuts', speechLevel: 'rostrum.announcements' } as const

export const loadShortcutsEnabled = (): boolean => openBrowserStorage('localStorage')?.getItem(storageKeys.shortcuts) === 'on'

export const loadSpeechLevel = (): SpeechLevel => {
  const stored = openBrowserStorage('localStorage')?.getItem(storageKeys.speechLevel)
  return speechLevels.find((level) => level === stored) ?? 'all'
}

export const saveShortcutsEnabled = (on: boolean): void => {
  openBrowserStorage('localStorage')?.setItem(storageKeys.shortcuts, on ? 'on' : 'off')
  setShortcutsEnabled(on)
}

export const saveSpeechLevel = (level: SpeechLevel): void => {
  openBrowserStorage('localStorage')?.setItem(storageKeys.speechLevel, level)
  screenReader.setLevel(level)
}
