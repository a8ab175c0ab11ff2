/** Opens every file of messages with the parser that the tools of translators use, and compares the languages. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type MessageFormatElement, type PluralElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { languageIds } from '@rostrum/shared/kernel/wording'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../shared/locales')
const files = readdirSync(join(root, 'en'))
const readFile = (language: string, file: string): string => readFileSync(join(root, language, file), 'utf8')
const readMessages = (language: string, file: string): Readonly<Record<string, string>> => JSON.parse(readFile(language, file))

/** All parts of a message, also those within its forms and tags. */
const listParts = (message: readonly MessageFormatElement[]): readonly MessageFormatElement[] =>
  message.flatMap((part) => {
    if (part.type === TYPE.tag) return [part, ...listParts(part.children)]
    if (part.type !== TYPE.plural && part.type !== TYPE.select) return [part]
    return [part, ...Object.values(part.options).flatMap(({ value }) => listParts(value))]
  })

const parts = new Map(
  languageIds.flatMap((language) =>
    files
      .filter((file) => file !== 'about.json')
      .map((file) => {
        const messages = Object.entries(readMessages(language, file))
        return [`${language}/${file}`, messages.map(([key, text]) => [key, listParts(parse(text))] as const)] as const
      }),
  ),
)
const listNames = (message: readonly MessageFormatElement[], ...types: readonly TYPE[]): readonly string[] =>
  [...new Set(message.flatMap((part) => (types.includes(part.type) && 'value' in part ? [String(part.value)] : [])))].sort()

/** A number that stands alone, as in “Support: 3”, changes no word. */
const countsWords = (form: readonly MessageFormatElement[]): boolean =>
  form.some(({ type }, index) => {
    const next = form[index + 1]
    return type === TYPE.pound && next?.type === TYPE.literal && /^\s?\p{L}/u.test(next.value)
  })

/** The plural forms of the language that a message lacks, if it writes a number with the words that are counted. */
const findMissingForms = (language: string, { options, pluralType = 'cardinal' }: PluralElement): ReadonlySet<string> => {
  const isCounted = Object.values(options).some(({ value }) => countsWords(value))
  const rules = new Intl.PluralRules(language, { type: pluralType })
  const numbers = isCounted ? Array.from({ length: 1000 }, (_, n) => n).filter((n) => !(`=${n}` in options)) : []
  return new Set(numbers.map((n) => rules.select(n)).filter((form) => !(form in options)))
}

test('every language has the files of English, and each says its name and its direction', () => {
  expect(readdirSync(root, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))).toEqual(
    [...languageIds].sort(),
  )
  for (const language of languageIds) {
    expect(readdirSync(join(root, language))).toEqual(files)
    expect(Object.keys(readMessages(language, 'about.json'))).toEqual(['name', 'short', 'direction', 'sentenceGap'])
  }
})

test('no key is in two files for pages', () => {
  const keys = ['phone.json', 'asked.json', 'staff.json'].flatMap((file) => Object.keys(readMessages('en', file)))
  expect(keys).toHaveLength(new Set(keys).size)
})

describe.each([...parts])('%s', (name, messages) => {
  const [language = '', file = ''] = name.split('/')
  const english = new Map(parts.get(`en/${file}`))

  test('has one message on each line, in the order of the English ones', () => {
    expect(readFile(language, file)).toBe(`${JSON.stringify(readMessages(language, file), null, 2)}\n`)
    expect(messages.map(([key]) => key)).toEqual([...english.keys()])
  })

  test('has the same tags as English, and each message takes what it takes in English', () => {
    for (const [key, message] of messages) {
      const own = english.get(key) ?? []
      expect([key, listNames(message, TYPE.tag)]).toEqual([key, listNames(own, TYPE.tag)])
      const known = listNames(own, TYPE.argument, TYPE.plural, TYPE.select)
      expect([key, listNames(message, TYPE.argument, TYPE.plural, TYPE.select)]).toEqual([key, known])
    }
  })

  test('has every plural form of the language', () => {
    // English says “supported by” a number, with no word after it that changes.
    const counting = messages.filter(([key]) => language !== 'en' || key !== 'questions.supportedIn')
    const lacking = counting.flatMap(([key, message]) =>
      message.flatMap((part) => (part.type === TYPE.plural ? [...findMissingForms(language, part)].map((form) => `${key}: ${form}`) : [])),
    )
    expect(lacking).toEqual([])
  })
})
