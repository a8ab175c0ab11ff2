/** The catalogues of all languages, and what tests find in their messages. */
import type { Catalogue, MessageKey } from '@rostrum/client/text/catalogue'
import { messages as arabic } from '@rostrum/client/text/languages/ar'
import { messages as english } from '@rostrum/client/text/languages/en'
import { messages as spanish } from '@rostrum/client/text/languages/es'
import { messages as french } from '@rostrum/client/text/languages/fr'
import { messages as russian } from '@rostrum/client/text/languages/ru'
import { messages as chinese } from '@rostrum/client/text/languages/zh'
import { Messages } from '@rostrum/client/text/messages'

export const catalogues: Readonly<Record<string, Catalogue>> = {
  ar: arabic,
  en: english,
  es: spanish,
  fr: french,
  zh: chinese,
  ru: russian,
}
export const makeMessages = (id: string) => new Messages(id, catalogues[id] as Catalogue, id === 'ar' ? 'rtl' : 'ltr')
export const keys = Object.keys(english) as MessageKey[]

export const categories = 'zero|one|two|few|many|other'
const isBranch = (before: string) => new RegExp(`(?:${categories}|=\\d+) $`).test(before)

/** Placeholder names and tags of a message, found without the library that formats it. */
export const findPlaceholders = (message: string): string[] => {
  const names = [...message.matchAll(/\{(\w+)(?:\}|,)/g)]
    .filter((match) => !isBranch(message.slice(0, match.index)))
    .map((match) => match[1] as string)
  const tags = [...message.matchAll(/<(\w+)>/g)].map((match) => `<${match[1]}>`)
  return [...new Set([...names, ...tags])].sort()
}

/** Values for every placeholder: `n` for a count in either language, and its own name for any other placeholder. */
export const makeValues = (key: MessageKey, catalogue: Catalogue, n: number): Record<string, string | number> => {
  const counted = (name: string) => [english[key], catalogue[key]].some((message) => message.includes(`{${name}, `))
  const names = findPlaceholders(english[key]).filter((name) => !name.startsWith('<'))
  return Object.fromEntries(names.map((name) => [name, counted(name) ? n : name]))
}
