/** Texts for the errors in a list of people. */
import { channels } from '@rostrum/shared/contract/channels'
import type { ListErrorReason } from '@rostrum/shared/contract/people-lists'
import type { ColumnError } from '../../people/roster/column-map.ts'
import type { ListError, RowError } from '../../people/roster/list-errors.ts'

const listErrorText: Readonly<Record<ListErrorReason, string>> = {
  'list-empty': 'it contains no people',
  'list-unreadable': 'it is neither CSV nor a workbook (XLSX), or it is damaged',
  'list-old-workbook': 'it is an old workbook or has a password; save it as XLSX without a password',
  'list-too-heavy': 'it is too large when unpacked',
  'list-busy': 'too many lists are being read at the same time',
  'list-wrong-encoding': 'it is not in this encoding',
  'list-no-such-sheet': 'it has no such sheet, or there is nobody in it',
  'list-quotes': 'a quoted cell does not end, or ends in the middle',
  'list-too-many-rows': 'it has too many rows',
  'list-too-many-columns': 'it has too many columns',
  'list-row-too-long': 'a row is too long',
  'columns-refused': 'its columns are ambiguous',
}
const columnErrorText: Readonly<Record<ColumnError['reason'], string>> = {
  'column-missing': 'is missing; name it with --column',
  'column-twice': 'appears twice; choose one with --column',
  'column-refused': 'cannot have this name',
}

export function formatListError({ reason, about, columns }: ListError): string {
  if (columns !== null) return columns.columnFaults.map(formatColumnError).join('; ')
  const place = about === null ? '' : typeof about === 'number' ? ` (line ${about})` : ` (${about})`
  return listErrorText[reason] + (/^list-too-many/.test(reason) ? ` (more than ${about})` : place)
}

const formatColumnError = ({ reason, field, header }: ColumnError): string =>
  `the column ${[...(field === null ? [] : [`for ${field}`]), ...(header === null ? [] : [JSON.stringify(header)])].join(', ')} ${columnErrorText[reason]}`

const rowErrorText: Readonly<Record<RowError['reason'], string>> = {
  'row-width': 'not the same number of cells as the first row',
  'text-empty': 'empty',
  'text-too-long': 'too long',
  'text-refused': 'characters that cannot be shown',
  'office-imitated': 'an official title, not a name',
  'email-refused': 'not an email address',
  'id-refused': 'not a valid id',
  'no-such-group': 'not a group of this session',
  'no-such-channel': `neither ${channels.join(' nor ')}`,
  'language-unclear': 'not a known language',
  'consent-unclear': 'neither yes nor no',
  'state-unclear': 'not a known state of a registration',
  'email-twice': 'the address is already on the list',
  'id-twice': 'the id is already on the list',
  'email-taken': 'the address is somebody else’s',
}

export function formatRowError({ line, column, letter, value, reason, first }: RowError, groupNames: readonly string[]): string {
  const place = `line ${line}${column === null ? '' : `, ${column}${letter === null ? '' : ` (${letter}${line})`}`}`
  const written = value === null ? '' : `${JSON.stringify(value)}: `
  const allowed = reason === 'no-such-group' ? ` (${groupNames.join(', ')})` : ''
  return `${place}: ${written}${rowErrorText[reason]}${allowed}${first === undefined ? '' : `, line ${first}`}`
}
