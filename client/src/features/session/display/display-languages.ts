/** The languages of a room screen: one, or several in turn. They are chosen on the screen itself and stored on its device. */
import { useEffect, useSyncExternalStore } from 'react'
import { openBrowserStorage } from '../../../session/device-links.ts'
import { useNow } from '../../../session/hooks.tsx'
import { uiLanguages } from '../../../text/language-files.ts'
import { loadLanguage, loadText } from '../../../text/text.ts'
import { useText } from '../../../text/use-text.tsx'

const storageKey = 'rostrum.display.languages'
/** How long each language is shown. It is counted in the server's time, so that all screens of a room change together. */
export const turnSeconds = 20

const listeners = new Set<() => void>()
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const read = (): string => openBrowserStorage('localStorage')?.getItem(storageKey) ?? ''

/** In the order of the list of languages; at least one. */
const store = (ids: readonly string[]): void => {
  openBrowserStorage('localStorage')?.setItem(storageKey, ids.join(' '))
  for (const listener of listeners) listener()
}

type DisplayLanguages = { readonly chosen: readonly string[]; readonly toggle: (id: string) => void }

/** Until one is chosen, the page's own. */
export const useDisplayLanguages = (): DisplayLanguages => {
  const page = useText().language.id
  const stored = useSyncExternalStore(subscribe, read).split(' ')
  const known = uiLanguages.map(({ id }) => id).filter((id) => stored.includes(id))
  const chosen = known.length > 0 ? known : [page]
  const toggle = (id: string) => {
    const next = uiLanguages.map((language) => language.id).filter((one) => (one === id) !== chosen.includes(one))
    if (next.length > 0) store(next)
  }
  return { chosen, toggle }
}

/** Shows the language whose turn it is. */
export const useLanguageTurns = (): void => {
  const { chosen } = useDisplayLanguages()
  const shown = useText().language.id
  const now = useNow(1000)
  const wanted = chosen[Math.floor(now / (turnSeconds * 1000)) % chosen.length] ?? shown
  const all = chosen.join(' ')
  // All are there before their turn, so that none comes late.
  useEffect(() => {
    for (const id of all.split(' ')) void loadText(id, 'all')
  }, [all])
  useEffect(() => {
    if (wanted !== shown) void loadLanguage(wanted, 'all')
  }, [wanted, shown])
}
