/** The languages that exist, the current one, and its messages. */
import type { LanguageInfo, MessageArguments, MessageKey } from './catalogue.ts'
import type { CompiledCatalogue, Translate } from './messages.ts'
import { Messages } from './messages.ts'

const publicParts = import.meta.glob<Partial<CompiledCatalogue>>('./languages/*.ts', { query: '?public', import: 'messages' })
const staffParts = import.meta.glob<Partial<CompiledCatalogue>>('./languages/*.ts', { query: '?staff', import: 'messages' })
const languageInfos = import.meta.glob<LanguageInfo>('./languages/*.ts', { query: '?about', import: 'about', eager: true })

/** The order that the United Nations use. Other languages follow. */
const languageOrder = ['ar', 'zh', 'en', 'fr', 'ru', 'es']
const storageKey = 'rostrum.language'

export type Language = LanguageInfo & { readonly id: string }

const getLanguageId = (path: string): string => /([\w-]+)\.ts(?:\?.*)?$/.exec(path)?.[1] ?? path
const getRank = (id: string): number => (languageOrder.includes(id) ? languageOrder.indexOf(id) : languageOrder.length)

export const uiLanguages: readonly Language[] = Object.entries(languageInfos)
  .map(([path, info]) => ({ id: getLanguageId(path), ...info }))
  .sort((a, b) => getRank(a.id) - getRank(b.id) || a.id.localeCompare(b.id))

export type PageText = { readonly language: Language; readonly messages: Messages; readonly t: Translate }

/** `public`: the messages of participants' phones and of the entry pages. `all`: every message. */
export type CatalogueScope = 'public' | 'all'

let current: PageText | null = null
let scope: CatalogueScope = 'public'
const listeners = new Set<() => void>()

export const subscribeText = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Null until the first language has been loaded. */
export const getText = (): PageText | null => current

const loadPart = async (
  parts: Record<string, () => Promise<Partial<CompiledCatalogue>>>,
  id: string,
): Promise<Partial<CompiledCatalogue>> => {
  const loader = Object.entries(parts).find(([path]) => getLanguageId(path) === id)?.[1]
  if (!loader) throw new Error(`There is no language ${id}.`)
  return loader()
}

/** The text in a language that need not be the page's. Once a page has asked for all messages, it gets all of them in every later language too. */
export const loadText = async (id: string, requested: CatalogueScope = scope): Promise<PageText> => {
  const language = uiLanguages.find((one) => one.id === id)
  if (!language) throw new Error(`There is no language ${id}.`)
  if (requested === 'all') scope = 'all'
  const parts = await Promise.all([loadPart(publicParts, id), scope === 'all' ? loadPart(staffParts, id) : {}])
  const messages = new Messages(id, Object.assign({}, ...parts), language.direction)
  const t: Translate = <K extends MessageKey>(key: K, ...args: MessageArguments<K>) => messages.format(key, args[0])
  return { language, messages, t }
}

/** Loads a language and makes it the language of the page, with its direction. Until then the current one stays. */
export const loadLanguage = async (id: string, requested: CatalogueScope = scope): Promise<void> => {
  const loaded = await loadText(id, requested)
  current = loaded
  document.documentElement.lang = id
  document.documentElement.dir = loaded.language.direction
  for (const listener of listeners) listener()
}

const readStoredLanguage = (): string | null => {
  try {
    return localStorage.getItem(storageKey)
  } catch (error) {
    console.warn('This browser stores no settings; the language is that of the browser.', error)
    return null
  }
}

/** The person's choice on this device, else the first of the browser's languages that exists here, else English. */
export const preferredLanguage = (): string => {
  const candidates = [readStoredLanguage(), ...navigator.languages.map((tag) => tag.split('-')[0])]
  return candidates.find((candidate) => uiLanguages.some(({ id }) => id === candidate)) ?? 'en'
}

/** Loads a language that the person chose, and stores the choice on this device. */
export const chooseLanguage = async (id: string): Promise<void> => {
  await loadLanguage(id)
  try {
    localStorage.setItem(storageKey, id)
  } catch (error) {
    console.warn('This browser stores no settings; the choice of language lasts until the page closes.', error)
  }
}
