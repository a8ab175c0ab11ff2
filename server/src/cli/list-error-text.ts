/** Texts for the errors in a list of people. */
import type { ColumnError } from '../roster/column-map.ts'
import type { ListError, ListErrorReason, RowError } from '../roster/list-errors.ts'

const listErrorText: Readonly<Record<ListErrorReason, string>> = {
  'list-empty': 'it names nobody',
  'list-unreadable': 'it is neither CSV nor a workbook (XLSX), or it is damaged',
  'list-old-workbook': 'it is an old workbook, or has a password; save it as XLSX without a password',
  'list-too-heavy': 'it is too large when unpacked',
  'list-busy': 'too many lists are read at the same time',
  'list-wrong-encoding': 'it is not in this encoding',
  'list-no-such-sheet': 'it has no such sheet, or there is nobody in it',
  'list-quotes': 'a quoted cell does not end, or ends in the middle',
  'list-too-many-rows': 'it has too many rows',
  'list-too-many-columns': 'it has too many columns',
  'list-row-too-long': 'a row is too long',
  'columns-refused': 'its columns are not clear',
}
const columnErrorText: Readonly<Record<ColumnError['reason'], string>> = {
  'column-missing': 'is missing; name it with --column',
  'column-twice': 'is there twice; choose one with --column',
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
  'row-width': 'more or fewer cells than the first row has',
  'text-empty': 'empty',
  'text-too-long': 'too long',
  'text-refused': 'characters that cannot be shown',
  'office-imitated': 'the name of an office',
  'email-refused': 'no e-mail address',
  'id-refused': 'no id',
  'no-such-group': 'no group of this session',
  'no-such-channel': 'neither room nor remote',
  'language-unclear': 'no language',
  'consent-unclear': 'neither yes nor no',
  'email-twice': 'the address is in the list already',
  'id-twice': 'the id is in the list already',
  'email-taken': 'the address is somebody else’s',
}

export function formatRowError({ line, column, letter, value, reason, first }: RowError, groupNames: readonly string[]): string {
  const place = `line ${line}${column === null ? '' : `, ${column}${letter === null ? '' : ` (${letter}${line})`}`}`
  const written = value === null ? '' : `${JSON.stringify(value)}: `
  const allowed = reason === 'no-such-group' ? ` (${groupNames.join(', ')})` : ''
  return `${place}: ${written}${rowErrorText[reason]}${allowed}${first === undefined ? '' : `, line ${first}`}`
}
