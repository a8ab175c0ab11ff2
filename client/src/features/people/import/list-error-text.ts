/** The errors in a list, in words that tell how to correct them: of the whole file, or of one cell. */

import type { FailureReason } from '@rostrum/shared/api/reasons'
import type { ListErrorReason, ListField } from '@rostrum/shared/contract/people-lists'
import type { MessageKey, PlainKey } from '../../../text/catalogue.ts'
import { getFailureText } from '../../../text/failure-text.ts'
import type { Translate } from '../../../text/messages.ts'
import type { ColumnError, ListRowError } from './list-preview.ts'

/** Messages that give the line of the error. */
const locatedFileMessages = {
  'list-quotes': 'people.import.quotes',
  'list-row-too-long': 'people.import.rowTooLong',
} as const satisfies Readonly<Partial<Record<ListErrorReason, MessageKey>>>

const hasMessage = <T extends object>(table: T, reason: string): reason is string & keyof T => Object.hasOwn(table, reason)

export const getListErrorText = (t: Translate, reason: FailureReason, details: object | undefined): string => {
  if (!hasMessage(locatedFileMessages, reason)) return getFailureText(t, reason, { 'too-large': 'people.import.tooLarge' })
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

type RowReason = ListRowError['reason']
type TwiceReason = Extract<RowReason, `${string}-twice`>

/** All other errors of a cell have the sentence of the same refusal. */
const cellMessages = {
  'consent-unclear': 'people.import.consentUnclear',
  'no-such-channel': 'people.import.channelUnclear',
  'row-width': 'people.import.rowWidth',
  'state-unclear': 'people.import.stateUnclear',
  'text-empty': 'people.import.cellEmpty',
} as const satisfies Readonly<Record<Exclude<RowReason, FailureReason | TwiceReason> | 'text-empty', PlainKey>>

/** `groupNames`: how a group may be written. */
export const getRowErrorText = (t: Translate, { reason, first }: ListRowError, groupNames: readonly string[]): string => {
  if (reason === 'email-twice' || reason === 'id-twice') return t('people.import.twice', { line: first ?? '?' })
  if (reason === 'no-such-group') return t('people.import.noSuchGroup', { groups: groupNames.join(' · ') })
  return hasMessage(cellMessages, reason) ? t(cellMessages[reason]) : getFailureText(t, reason)
}
