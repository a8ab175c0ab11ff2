/** The current language of the page, and its messages. */
import { Listeners } from '@rostrum/shared/kernel/listeners'
import { type CatalogueScope, type Language, scopes } from './catalogue.ts'
import { loadMessages, storeLanguage, uiLanguages } from './language-files.ts'
import type { Translate } from './messages.ts'
import { Messages, makeTranslate } from './messages.ts'

export type PageText = { readonly language: Language; readonly messages: Messages; readonly t: Translate }
/** `scope`: the messages that are there. */
type LoadedText = PageText & { readonly scope: CatalogueScope }

let current: LoadedText | null = null
let scope: CatalogueScope = 'phone'
const listeners = new Listeners()

export const { subscribe: subscribeText } = listeners

/** Null until the first language has been loaded. */
export const getText = (): PageText | null => current

/**
 * Returns the text in a language that need not be the page's. Once a page has requested more messages, every later language includes them.
 */
export const loadText = async (id: string, requested: CatalogueScope = scope): Promise<LoadedText> => {
  const language = uiLanguages.find((one) => one.id === id)
  if (!language) throw new Error(`There is no language ${id}.`)
  if (scopes.indexOf(requested) > scopes.indexOf(scope)) scope = requested
  const loaded = scope
  const messages = new Messages(id, await loadMessages(id, loaded), language.direction)
  return { language, messages, t: makeTranslate(messages, id), scope: loaded }
}

/** Loads a language and makes it the language of the page, with its direction. The current one is shown until then. */
export const loadLanguage = async (id: string, requested: CatalogueScope = scope): Promise<void> => {
  const loaded = await loadText(id, requested)
  current = loaded
  document.documentElement.lang = id
  document.documentElement.dir = loaded.language.direction
  listeners.notify()
}

/**
 * Loads more messages of the page's language. Several parts of a page can need them at the same time, and each waits until they are there.
 * Rejects with a `TypeError` if the network fails.
 */
export const loadMore = async (wanted: CatalogueScope): Promise<void> => {
  if (current !== null && scopes.indexOf(wanted) > scopes.indexOf(current.scope)) await loadLanguage(current.language.id, wanted)
}

/** Loads a language that the person chose, and stores the choice on this device. */
export const chooseLanguage = async (id: string): Promise<void> => {
  await loadLanguage(id)
  storeLanguage(id)
}
