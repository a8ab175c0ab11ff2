/**
 * A language that nobody speaks: English with every vowel doubled and accented. Its words and sentences are two fifths longer. The product
 * does not have it; the pages of tests get it instead of English.
 */
import type { Catalogue, MessageKey } from '@rostrum/client/text/catalogue'
import type { BrowserContext } from 'playwright-core'
import { catalogues } from './catalogues.ts'

const marked: Readonly<Record<string, string>> = {
  ...{ a: 'áà', e: 'éè', i: 'íì', o: 'óò', u: 'úù', y: 'ýÿ' },
  ...{ A: 'Áà', E: 'Éè', I: 'Íì', O: 'Óò', U: 'Úù', Y: 'Ýÿ' },
}
const lengthen = (text: string): string => text.replace(/[aeiouy]/gi, (letter) => marked[letter] ?? letter)

/** The texts of empty fields. They are fitted to their fields and measured in each language, so they are not lengthened. */
const fittedKeys: ReadonlySet<string> = new Set<MessageKey>(['people.findBy', 'questions.askShort', 'queue.findAmong', 'call.find'])

/** A part of a parsed message that may contain text. Kind 0 is text itself. */
type Part = {
  readonly type: number
  readonly value?: string
  readonly options?: Readonly<Record<string, { readonly value: readonly Part[] }>>
  readonly children?: readonly Part[]
}
const lengthenPart = (part: Part): Part => {
  if (part.type === 0) return { ...part, value: lengthen(part.value ?? '') }
  const options = Object.entries(part.options ?? {}).map(([name, { value }]) => [name, { value: value.map(lengthenPart) }])
  return {
    ...part,
    ...(part.options && { options: Object.fromEntries(options) }),
    ...(part.children && { children: part.children.map(lengthenPart) }),
  }
}
const lengthenMessage = (key: string, message: string | readonly Part[]) => {
  if (fittedKeys.has(key)) return message
  return typeof message === 'string' ? lengthen(message) : message.map(lengthenPart)
}

/**
 * The languages in which pages are drawn and measured, and their messages. In the long language, only messages without placeholders are
 * valid.
 */
export const drawnLanguages = ['en', 'fr', 'es', 'ar', 'zh', 'ru', 'long'] as const
export type DrawnLanguage = (typeof drawnLanguages)[number]
const longMessages = Object.fromEntries(
  Object.entries<string>(catalogues.en).map(([key, message]) => [key, lengthenMessage(key, message)]),
) as Catalogue
export const drawnCatalogues: Readonly<Record<DrawnLanguage, Catalogue>> = { ...catalogues, long: longMessages }

/** Returns the locale of a browser context for this language. */
export const getLocale = (language: string): string => (language === 'long' ? 'en' : language)

/** Prepares a context before its first page opens. For the long language, pages that ask for English get the long language. */
export const prepareContext = async (context: BrowserContext, language: string): Promise<void> => {
  if (language !== 'long') return
  await context.route(/\/assets\/en-[\w-]+\.js$/, async (route) => {
    const response = await route.fetch()
    const file = await import(`data:text/javascript;charset=utf-8,${encodeURIComponent(await response.text())}`)
    const messages = Object.entries(file.default as Readonly<Record<string, string | readonly Part[]>>)
    const longer = Object.fromEntries(messages.map(([key, message]) => [key, lengthenMessage(key, message)]))
    await route.fulfill({ response, body: `export default ${JSON.stringify(longer)}` })
  })
}
