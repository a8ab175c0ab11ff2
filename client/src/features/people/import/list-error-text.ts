/** What is wrong with a list, in words that say how to correct it: the whole file, or one cell. */
import type { MessageKey } from '../../../text/catalogue.ts'
import type { Translate } from '../../../text/messages.ts'
import { getRosterRefusalText } from '../people-text.ts'
import { type ListField, type ListRowError, listFields } from './list-preview.ts'

const fileMessages = {
  'csv-empty': 'people.import.empty',
  'csv-not-utf-8': 'people.import.notUtf8',
  'csv-utf-16': 'people.import.notUtf8',
  'csv-too-many-rows': 'people.import.tooManyRows',
  'csv-too-many-columns': 'people.import.tooManyColumns',
} as const satisfies Readonly<Record<string, MessageKey>>

/** Messages that give the line or the column of the error. */
const locatedFileMessages = {
  'csv-quotes': 'people.import.quotes',
  'csv-row-too-long': 'people.import.rowTooLong',
  'csv-header-refused': 'people.import.headerRefused',
  'csv-column-missing': 'people.import.columnMissing',
  'csv-column-twice': 'people.import.columnTwice',
} as const satisfies Readonly<Record<string, MessageKey>>

const hasMessage = <T extends object>(table: T, reason: string): reason is string & keyof T => Object.hasOwn(table, reason)

export const getListErrorText = (t: Translate, reason: string, details: object | undefined): string => {
  if (hasMessage(fileMessages, reason)) return t(fileMessages[reason])
  if (!hasMessage(locatedFileMessages, reason)) return getRosterRefusalText(t, reason)
  const what = details && 'about' in details ? details.about : null
  const field = listFields.find((one) => one === what)
  const named = field === undefined ? (typeof what === 'string' || typeof what === 'number' ? what : '?') : getListFieldText(t, field)
  return t(locatedFileMessages[reason], { what: named })
}

export const getListFieldText = (t: Translate, field: ListField): string => t(`people.import.field.${field}`)

const cellMessages = {
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
} as const satisfies Readonly<Record<string, MessageKey>>

export const getRowErrorText = (t: Translate, { reason, first }: ListRowError): string => {
  if (first !== undefined) return t('people.import.twice', { line: first })
  return hasMessage(cellMessages, reason) ? t(cellMessages[reason]) : getRosterRefusalText(t, reason)
}
