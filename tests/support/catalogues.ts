/** The catalogues of all languages, and functions that examine their messages. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Catalogue, type MessageKey, scopes } from '@rostrum/client/text/catalogue'
import { Messages, makeTranslate } from '@rostrum/client/text/messages'
import type { NameTable } from '@rostrum/shared/kernel/organization-names'
import { type LanguageId, languageIds } from '@rostrum/shared/kernel/wording'

/** One file of a language. */
export const readMessages = <T = Readonly<Record<string, string>>>(language: string, file: string): T =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../shared/locales', language, `${file}.json`), 'utf8'))

/** The names of States and organizations, by language. */
export const nameTables = Object.fromEntries(
  languageIds.map((id) => [
    id,
    JSON.parse(readFileSync(join(import.meta.dirname, '../../shared/names', `${id}.json`), 'utf8')) as NameTable,
  ]),
) as Readonly<Record<LanguageId, NameTable>>

type Catalogues = Readonly<Record<LanguageId, Catalogue>> & Readonly<Record<string, Catalogue>>
export const catalogues = Object.fromEntries(
  languageIds.map((id) => [id, Object.assign({}, ...scopes.map((scope) => readMessages(id, scope)))]),
) as Catalogues

export const { ar: arabic, en: english, es: spanish, fr: french, ru: russian, zh: chinese } = catalogues
export const makeMessages = (id: string) => new Messages(id, catalogues[id] as Catalogue, id === 'ar' ? 'rtl' : 'ltr')
export const makeTranslateIn = (id: string) => makeTranslate(makeMessages(id), id)
export const keys = Object.keys(english) as MessageKey[]

export const categories = 'zero|one|two|few|many|other'
const isBranch = (before: string) => new RegExp(`(?:${categories}|=\\d+) $`).test(before)

/** Lists the placeholder names and tags of a message. It does not use the library that formats messages. */
export const findPlaceholders = (message: string): string[] => {
  const names = [...message.matchAll(/\{(\w+)(?:\}|,)/g)]
    .filter((match) => !isBranch(message.slice(0, match.index)))
    .map((match) => match[1] as string)
  const tags = [...message.matchAll(/<(\w+)>/g)].map((match) => `<${match[1]}>`)
  return [...new Set([...names, ...tags])].sort()
}

/** Numbers for every plural form of the six languages, and numbers for which the languages differ. */
export const counts = [0, 1, 2, 3, 5, 11, 21, 100, 101] as const

/**
 * Returns a message with a count, formatted with each number. Empty if the message has no count, or is not in the catalogue of the pages.
 */
export const listCounted = (language: string, key: string): readonly (readonly [number, string])[] => {
  const catalogue = catalogues[language]
  const known = keys.find((each) => each === key)
  if (catalogue === undefined || known === undefined || !/, (plural|selectordinal),/.test(`${english[known]} ${catalogue[known]}`))
    return []
  const messages = makeMessages(language)
  return counts.map((n) => [n, messages.format(known, makeValues(known, catalogue, n))])
}

/** Makes values for all placeholders: `n` if either language uses it as a count, and otherwise its own name. */
export const makeValues = (key: MessageKey, catalogue: Catalogue, n: number): Record<string, string | number> => {
  const counted = (name: string) => [english[key], catalogue[key]].some((message) => message.includes(`{${name}, `))
  const names = findPlaceholders(english[key]).filter((name) => !name.startsWith('<'))
  return Object.fromEntries(names.map((name) => [name, counted(name) ? n : name]))
}
