/**
 * The languages of a room screen: one, several in turn, or two side by side for the session's own texts. They are chosen on the screen
 * itself and stored on its device.
 */
import { Listeners } from '@rostrum/shared/kernel/listeners'
import { pickText, type Wording } from '@rostrum/shared/kernel/wording'
import { useEffect, useSyncExternalStore } from 'react'
import { openBrowserStorage } from '../session/device-links.ts'
import { useNow } from '../session/hooks.tsx'
import { uiLanguages } from '../text/language-files.ts'
import { loadLanguage, loadText } from '../text/text.ts'
import { useText } from '../text/use-text.tsx'

const storageKey = 'rostrum.display.languages'
const sideBySideKey = 'rostrum.display.sideBySide'
/** How long each language is shown. It is counted in the server's time, so that all screens in a room change together. */
export const turnSeconds = 20

const listeners = new Listeners()

const read = (): string => openBrowserStorage('localStorage')?.getItem(storageKey) ?? ''
const readSideBySide = (): boolean => openBrowserStorage('localStorage')?.getItem(sideBySideKey) === 'yes'

const store = (key: string, value: string): void => {
  openBrowserStorage('localStorage')?.setItem(key, value)
  listeners.notify()
}

type DisplayLanguages = {
  /** The chosen languages in the order of the list of languages; at least one. */
  readonly chosen: readonly string[]
  readonly toggle: (id: string) => void
  /** True if the first two chosen languages are shown side by side. Otherwise all are shown in turn. */
  readonly isSideBySide: boolean
  readonly setSideBySide: (isWanted: boolean) => void
}

/** Returns the languages of this screen: the page's own until one is chosen. */
export const useDisplayLanguages = (): DisplayLanguages => {
  const page = useText().language.id
  const stored = useSyncExternalStore(listeners.subscribe, read).split(' ')
  const known = uiLanguages.map(({ id }) => id).filter((id) => stored.includes(id))
  const chosen = known.length > 0 ? known : [page]
  const toggle = (id: string) => {
    const next = uiLanguages.map((language) => language.id).filter((one) => (one === id) !== chosen.includes(one))
    if (next.length > 0) store(storageKey, next.join(' '))
  }
  const isWanted = useSyncExternalStore(listeners.subscribe, readSideBySide)
  return {
    chosen,
    toggle,
    isSideBySide: isWanted && chosen.length > 1,
    setSideBySide: (isNow) => store(sideBySideKey, isNow ? 'yes' : 'no'),
  }
}

/** Returns the language next to that of the page, or null unless texts are side by side. */
export const useSecondLanguage = (): string | null => {
  const { chosen, isSideBySide } = useDisplayLanguages()
  const shown = useText().language.id
  return isSideBySide ? (chosen.slice(0, 2).find((id) => id !== shown) ?? null) : null
}

type PickedText = ReturnType<typeof pickText>

/** Returns a text of the session's own in the language of the page. Side by side, it adds the second language if the text differs there. */
export const useDisplayTexts = (of: Wording): readonly [first: PickedText, second?: PickedText] => {
  const first = pickText(of, useText().language.id)
  const other = useSecondLanguage()
  const second = other === null ? first : pickText(of, other)
  return second.text === first.text ? [first] : [first, second]
}

/** Returns whose turn it is among so many languages. */
export const useTurn = (count: number): number => Math.floor(useNow(1000) / (turnSeconds * 1000)) % count

/** Shows the language whose turn it is. */
export const useLanguageTurns = (): void => {
  const { chosen, isSideBySide } = useDisplayLanguages()
  const shown = useText().language.id
  const turn = useTurn(isSideBySide ? 1 : chosen.length)
  const wanted = chosen[turn] ?? shown
  const all = chosen.join(' ')
  // All languages are loaded before their turn, so that none appears late.
  useEffect(() => {
    for (const id of all.split(' ')) void loadText(id, 'staff')
  }, [all])
  useEffect(() => {
    if (wanted !== shown) void loadLanguage(wanted, 'staff')
  }, [wanted, shown])
}
