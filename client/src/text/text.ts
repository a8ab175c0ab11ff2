/** The current language of the page, and its messages. */
import { type CatalogueScope, type Language, scopes } from './catalogue.ts'
import { loadMessages, storeLanguage, uiLanguages } from './language-files.ts'
import type { Translate } from './messages.ts'
import { Messages, makeTranslate } from './messages.ts'

export type PageText = { readonly language: Language; readonly messages: Messages; readonly t: Translate }

let current: PageText | null = null
let scope: CatalogueScope = 'phone'
const listeners = new Set<() => void>()

export const subscribeText = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Null until the first language has been loaded. */
export const getText = (): PageText | null => current

/**
 * Returns the text in a language that need not be the page's. Once a page has requested more messages, every later language includes them.
 */
export const loadText = async (id: string, requested: CatalogueScope = scope): Promise<PageText> => {
  const language = uiLanguages.find((one) => one.id === id)
  if (!language) throw new Error(`There is no language ${id}.`)
  if (scopes.indexOf(requested) > scopes.indexOf(scope)) scope = requested
  const messages = new Messages(id, await loadMessages(id, scope), language.direction)
  return { language, messages, t: makeTranslate(messages, id) }
}

/** Loads a language and makes it the language of the page, with its direction. The current one is shown until then. */
export const loadLanguage = async (id: string, requested: CatalogueScope = scope): Promise<void> => {
  const loaded = await loadText(id, requested)
  current = loaded
  document.documentElement.lang = id
  document.documentElement.dir = loaded.language.direction
  for (const listener of listeners) listener()
}

/** Loads more messages of the page's language. Rejects with a `TypeError` if the network fails. */
export const loadMore = async (wanted: CatalogueScope): Promise<void> => {
  if (current !== null && scopes.indexOf(wanted) > scopes.indexOf(scope)) await loadLanguage(current.language.id, wanted)
}

/** Loads a language that the person chose, and stores the choice on this device. */
export const chooseLanguage = async (id: string): Promise<void> => {
  await loadLanguage(id)
  storeLanguage(id)
}
