/** The languages that exist, the one that the person prefers, and their message files: everything that the start of a page needs. */
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

/** Returns the name of the folder. */
const getLanguageId = (path: string): string => path.split('/').at(-2) ?? path
/** Returns the rank in the order of the United Nations. Other languages follow. */
const getRank = (id: string): number => [...languageIds, id].indexOf(id)

export const uiLanguages: readonly Language[] = Object.entries(infos)
  .map(([path, info]) => ({ id: getLanguageId(path), ...info }))
  .sort((a, b) => getRank(a.id) - getRank(b.id) || a.id.localeCompare(b.id))

const loadFile = async (scope: CatalogueScope, id: string): Promise<Partial<CompiledCatalogue>> => {
  const load = Object.entries(files[scope]).find(([path]) => getLanguageId(path) === id)?.[1]
  if (!load) throw new Error(`There is no language ${id}.`)
  return load()
}

/** Loads messages. Each file is downloaded once, however often it is requested. */
export const loadMessages = async (id: string, scope: CatalogueScope): Promise<Partial<CompiledCatalogue>> => {
  const needed = scopes.slice(0, scopes.indexOf(scope) + 1)
  return Object.assign({}, ...(await Promise.all(needed.map((each) => loadFile(each, id)))))
}

/**
 * Reads the language chosen on this device, and the one in the link that opened this tab (`?lang=fr`). The tab stores the second, because
 * the address loses it on the next page.
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

/** Returns the person's choice on this device, else the language of the link, else the browser's first known language, else English. */
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
