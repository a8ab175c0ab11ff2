/** The errors in a list, in words that tell how to correct them: of the whole file, or of one cell. */

import type { ListField } from '@rostrum/shared/contract/people-lists'
import type { MessageKey } from '../../../text/catalogue.ts'
import type { Translate } from '../../../text/messages.ts'
import { getRosterRefusalText } from '../people-text.ts'
import type { ColumnError, ListRowError } from './list-preview.ts'

const fileMessages = {
  'list-empty': 'people.import.empty',
  'list-unreadable': 'people.import.unreadable',
  'list-old-workbook': 'people.import.oldWorkbook',
  'list-too-heavy': 'people.import.tooHeavy',
  'list-busy': 'people.import.listBusy',
  'list-wrong-encoding': 'people.import.wrongEncoding',
  'list-no-such-sheet': 'people.import.noSuchSheet',
  'list-too-many-rows': 'people.import.tooManyRows',
  'list-too-many-columns': 'people.import.tooManyColumns',
} as const satisfies Readonly<Record<string, MessageKey>>

/** Messages that give the line of the error. */
const locatedFileMessages = {
  'list-quotes': 'people.import.quotes',
  'list-row-too-long': 'people.import.rowTooLong',
} as const satisfies Readonly<Record<string, MessageKey>>

const hasMessage = <T extends object>(table: T, reason: string): reason is string & keyof T => Object.hasOwn(table, reason)

export const getListErrorText = (t: Translate, reason: string, details: object | undefined): string => {
  if (hasMessage(fileMessages, reason)) return t(fileMessages[reason])
  if (!hasMessage(locatedFileMessages, reason)) return getRosterRefusalText(t, reason)
  const line = details && 'about' in details ? details.about : null
  return t(locatedFileMessages[reason], { what: typeof line === 'number' ? line : '?' })
}

export const getColumnErrorText = (t: Translate, { reason, field, header }: ColumnError): string => {
  const what = field === null ? '' : getListFieldText(t, field)
  if (reason === 'column-refused') return t('people.import.headerRefused', { what: header ?? '' })
  if (reason === 'column-twice') return t('people.import.columnTwice', { what, column: header ?? '' })
  return header === null ? t('people.import.columnMissing', { what }) : t('people.import.noSuchColumn', { column: header })
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
  'no-such-channel': 'people.import.channelUnclear',
  'language-unclear': 'people.refused.language',
  'consent-unclear': 'people.import.consentUnclear',
} as const satisfies Readonly<Record<string, MessageKey>>

/** `groupNames`: how a group may be written. */
export const getRowErrorText = (t: Translate, { reason, first }: ListRowError, groupNames: readonly string[]): string => {
  if (first !== undefined) return t('people.import.twice', { line: first })
  if (reason === 'no-such-group') return t('people.import.noSuchGroup', { groups: groupNames.join(' · ') })
  return hasMessage(cellMessages, reason) ? t(cellMessages[reason]) : getRosterRefusalText(t, reason)
}
