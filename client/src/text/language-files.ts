/** The languages that exist, the one that the person prefers, and the files of their messages: all that the start of a page needs. */
import { languageIds } from '@rostrum/shared/kernel/wording'
import type { CatalogueScope, Language, LanguageInfo } from './catalogue.ts'
import type { CompiledCatalogue } from './messages.ts'

type MessageFiles = Record<string, () => Promise<Partial<CompiledCatalogue>>>

const publicParts: MessageFiles = import.meta.glob<Partial<CompiledCatalogue>>('./languages/*.ts', { query: '?public', import: 'messages' })
const askedParts: MessageFiles = import.meta.glob<Partial<CompiledCatalogue>>('./languages/*.ts', { query: '?asked', import: 'messages' })
const staffParts: MessageFiles = import.meta.glob<Partial<CompiledCatalogue>>('./languages/*.ts', { query: '?staff', import: 'messages' })
const languageInfos = import.meta.glob<LanguageInfo>('./languages/*.ts', { query: '?about', import: 'about', eager: true })

const storageKey = 'rostrum.language'

const getLanguageId = (path: string): string => /([\w-]+)\.ts(?:\?.*)?$/.exec(path)?.[1] ?? path
/** In the order that the United Nations use. Other languages follow. */
const getRank = (id: string): number => [...languageIds, id].indexOf(id)

export const uiLanguages: readonly Language[] = Object.entries(languageInfos)
  .map(([path, info]) => ({ id: getLanguageId(path), ...info }))
  .sort((a, b) => getRank(a.id) - getRank(b.id) || a.id.localeCompare(b.id))

const loadPart = async (parts: MessageFiles, id: string): Promise<Partial<CompiledCatalogue>> => {
  const loader = Object.entries(parts).find(([path]) => getLanguageId(path) === id)?.[1]
  if (!loader) throw new Error(`There is no language ${id}.`)
  return loader()
}

/** Each file is downloaded once, however often it is asked for. */
export const loadMessages = async (id: string, scope: CatalogueScope): Promise<Partial<CompiledCatalogue>> => {
  const parts = await Promise.all([
    loadPart(publicParts, id),
    scope === 'public' ? {} : loadPart(askedParts, id),
    scope === 'all' ? loadPart(staffParts, id) : {},
  ])
  return Object.assign({}, ...parts)
}

/**
 * What was chosen on this device, and what the link said that this tab was opened with (`?lang=fr`). The address loses it when the page goes
 * on, so the tab keeps it.
 */
const readStoredLanguages = (): readonly (string | null)[] => {
  const linkLanguage = new URLSearchParams(location.search).get('lang')
  try {
    if (linkLanguage !== null) sessionStorage.setItem(storageKey, linkLanguage)
    return [localStorage.getItem(storageKey), sessionStorage.getItem(storageKey)]
  } catch (error) {
    console.warn('This browser stores no settings; the language is that of the link or the browser.', error)
    return [linkLanguage]
  }
}

/** The person's choice on this device, else the language of the link, else the first of the browser's that exists here, else English. */
export const preferredLanguage = (): string => {
  const candidates = [...readStoredLanguages(), ...navigator.languages.map((tag) => tag.split('-')[0])]
  return candidates.find((candidate) => uiLanguages.some(({ id }) => id === candidate)) ?? 'en'
}

export const storeLanguage = (id: string): void => {
  try {
    localStorage.setItem(storageKey, id)
  } catch (error) {
    console.warn('This browser stores no settings; the choice of language lasts until the page closes.', error)
  }
}
