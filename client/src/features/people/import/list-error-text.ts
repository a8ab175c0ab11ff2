/** What is wrong with a list, said so that it can be put right: the file as a whole, or a cell of it. */
import type { Key } from '../../../text/catalogue.ts'
import type { Speak } from '../../../text/messages.ts'
import { peopleRefusal } from '../people-text.ts'
import { type Fault, type ListField, listFields } from './list-preview.ts'

const ofFile = {
  'csv-empty': 'people.import.empty',
  'csv-not-utf-8': 'people.import.notUtf8',
  'csv-utf-16': 'people.import.notUtf8',
  'csv-too-many-rows': 'people.import.tooManyRows',
  'csv-too-many-columns': 'people.import.tooManyColumns',
} as const satisfies Readonly<Record<string, Key>>

/** With the line or the column that they are about. */
const about = {
  'csv-quotes': 'people.import.quotes',
  'csv-row-too-long': 'people.import.rowTooLong',
  'csv-header-refused': 'people.import.headerRefused',
  'csv-column-missing': 'people.import.columnMissing',
  'csv-column-twice': 'people.import.columnTwice',
} as const satisfies Readonly<Record<string, Key>>

const has = <T extends object>(table: T, why: string): why is string & keyof T => Object.hasOwn(table, why)

export const fileWords = (t: Speak, why: string, more: object | undefined): string => {
  if (has(ofFile, why)) return t(ofFile[why])
  if (!has(about, why)) return peopleRefusal(t, why)
  const what = more && 'about' in more ? more.about : null
  const field = listFields.find((one) => one === what)
  const named = field === undefined ? (typeof what === 'string' || typeof what === 'number' ? what : '?') : fieldWords(t, field)
  return t(about[why], { what: named })
}

export const fieldWords = (t: Speak, field: ListField): string => t(`people.import.field.${field}`)

const ofCell = {
  'row-width': 'people.import.rowWidth',
  'text-empty': 'people.import.cellEmpty',
  'text-too-long': 'refusal.text-too-long',
  'text-refused': 'refusal.text-refused',
  'office-imitated': 'people.refused.office',
  'email-refused': 'people.refused.email',
  'email-taken': 'people.refused.emailTaken',
  'id-refused': 'people.import.idRefused',
  'no-such-group': 'refusal.no-such-group',
  'no-such-channel': 'people.import.channelUnclear',
  'language-unclear': 'people.refused.language',
  'consent-unclear': 'people.import.consentUnclear',
} as const satisfies Readonly<Record<string, Key>>

export const faultWords = (t: Speak, { why, first }: Fault): string => {
  if (first !== undefined) return t('people.import.twice', { line: first })
  return has(ofCell, why) ? t(ofCell[why]) : peopleRefusal(t, why)
}
