/** Reads the tables of docs/glossary.md and the unconfirmed words of docs/languages.md, and finds words in texts. */

import { readFileSync } from 'node:fs'
import { type LanguageId, languageIds } from '@rostrum/shared/kernel/wording'

export type GlossaryRow = {
  readonly english: string
  readonly word: string
  /** The forms in which texts contain the word. Empty if no text contains it yet. */
  readonly written: readonly string[]
  readonly never: readonly string[]
}

const readPage = (name: string) => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8')
const page = readPage('glossary.md')
const splitForms = (cell: string) =>
  cell
    .split(';')
    .map((form) => form.trim())
    .filter((form) => form !== '')

/** Reads a row. In English the first cell is the word itself; in other languages the word follows the English one. */
function readRow(language: LanguageId, line: string): GlossaryRow {
  const [english = '', ...rest] = line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())
  const [word = '', written = '', never = ''] = language === 'en' ? [english, ...rest] : rest
  return { english, word, written: written === '—' ? [] : splitForms(written || word), never: splitForms(never) }
}

function readTable(language: LanguageId): readonly GlossaryRow[] {
  const section = page.split(/^## /m).find((part) => new RegExp(`^\\S+ \\(${language}\\)\\n`).test(part))
  const lines = (section ?? '').split('\n').filter((line) => line.startsWith('|'))
  return lines.slice(2).map((line) => readRow(language, line))
}

export const glossary: ReadonlyMap<LanguageId, readonly GlossaryRow[]> = new Map(languageIds.map((id) => [id, readTable(id)]))

/** The words that must not be used instead of a word of the English texts, by that word. Other languages have no such rows. */
export const moreEnglish: ReadonlyMap<string, readonly string[]> = new Map(
  (page.split(/^## /m).find((part) => part.startsWith('More words in English')) ?? '')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, word = '', never = '']) => [word, splitForms(never)]),
)

/** The words of docs/languages.md that no speaker of the language has confirmed yet. */
export const toConfirm: ReadonlyMap<string, readonly string[]> = new Map(
  [...readPage('languages.md').matchAll(/^- \S+ \((\w+)\): (.+)$/gm)].map(([, id = '', forms = '']) => [id, splitForms(forms)]),
)

/** Removes vowel signs and direction marks, which are not part of a word. */
const stripSigns = (text: string) => text.normalize('NFC').replace(/[\p{Mn}\p{Cf}]/gu, '')

/** Returns the words of a message without placeholders, plural forms and tags. */
export const readWords = (message: string): string =>
  stripSigns(message)
    .replace(/\{\w+(, \w+,)?/g, ' ')
    .replace(/[\w=-]+ \{|<\/?b>|[{}#]/g, ' ')
    .replace(/\s+/g, ' ')

/** Makes a pattern that finds the forms as whole words. In Chinese, which has no spaces, it finds them anywhere. */
export function makeFinder(language: LanguageId, forms: readonly string[]): RegExp {
  const patterns = forms.map((form) =>
    stripSigns(form)
      .replace(/[.?()]/g, '\\$&')
      .replaceAll('…', '\\p{L}*'),
  )
  const [before, after] = language === 'zh' ? ['', ''] : ['(?<!\\p{L})', '(?!\\p{L})']
  const nothing = '(?!)'
  return new RegExp(`${before}(?:${patterns.join('|') || nothing})${after}`, 'giu')
}
