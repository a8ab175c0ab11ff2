/** The languages that exist, the one that the person prefers, and the files of their messages: all that the start of a page needs. */
import { languageIds } from '@rostrum/shared/kernel/wording'
import { type CatalogueScope, type Language, type LanguageInfo, scopes } from './catalogue.ts'
import type { CompiledCatalogue } from './messages.ts'

type MessageFiles = Readonly<Record<string, () => Promise<Partial<CompiledCatalogue>>>>

const files: Readonly<Record<CatalogueScope, MessageFiles>> = {
  phone: import.meta.glob<Partial<CompiledCatalogue>>('../../../shared/locales/*/phone.json', { import: 'default' }),
  asked: import.meta.glob<Partial<CompiledCatalogue>>('../../../shared/locales/*/asked.json', { import: 'default' }),
  staff: import.meta.glob<Partial<CompiledCatalogue>>('../../../shared/locales/*/staff.json', { import: 'default' }),
}
const infos = import.meta.glob<LanguageInfo>('../../../shared/locales/*/about.json', { import: 'default', eager: true })

const storageKey = 'rostrum.language'

/** The name of the folder. */
const getLanguageId = (path: string): string => path.split('/').at(-2) ?? path
/** In the order that the United Nations use. Other languages follow. */
const getRank = (id: string): number => [...languageIds, id].indexOf(id)

export const uiLanguages: readonly Language[] = Object.entries(infos)
  .map(([path, info]) => ({ id: getLanguageId(path), ...info }))
  .sort((a, b) => getRank(a.id) - getRank(b.id) || a.id.localeCompare(b.id))

const loadFile = async (scope: CatalogueScope, id: string): Promise<Partial<CompiledCatalogue>> => {
  const load = Object.entries(files[scope]).find(([path]) => getLanguageId(path) === id)?.[1]
  if (!load) throw new Error(`There is no language ${id}.`)
  return load()
}

/** Each file is downloaded once, however often it is asked for. */
export const loadMessages = async (id: string, scope: CatalogueScope): Promise<Partial<CompiledCatalogue>> => {
  const needed = scopes.slice(0, scopes.indexOf(scope) + 1)
  return Object.assign({}, ...(await Promise.all(needed.map((each) => loadFile(each, id)))))
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
