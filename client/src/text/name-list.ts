/** Joins names by the rules of the language. */

import { getLocale } from '@rostrum/shared/kernel/locale'
import type { Language } from './catalogue.ts'
import { isolate } from './isolation.ts'

export const joinNames = ({ id, direction }: Language, names: readonly string[]): string =>
  joinWith(
    id,
    'conjunction',
    names.map((name) => isolate(name, direction)),
  )

/** For example "off topic: 1, already asked: 1". */
export const joinCounts = ({ id }: Language, counts: readonly string[]): string => joinWith(id, 'unit', counts)

/** Names in Chinese contain the word for "and", and browsers put nothing between Chinese units. The Chinese list comma works for both. */
const joinWith = (language: string, type: 'conjunction' | 'unit', texts: readonly string[]): string =>
  language === 'zh'
    ? texts.join('、')
    : new Intl.ListFormat(getLocale(language), { type, style: type === 'unit' ? 'short' : 'long' }).format(texts)
