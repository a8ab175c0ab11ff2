/** Texts for the errors in a list of people. */
import type { ListErrorReason, RowError } from '../roster/list-errors.ts'

export const listErrorText: Readonly<Record<ListErrorReason, string>> = {
  'csv-empty': 'it names nobody',
  'csv-not-utf-8': 'it is not in UTF-8; save it as “CSV UTF-8”',
  'csv-utf-16': 'it is in UTF-16; save it as “CSV UTF-8”',
  'csv-quotes': 'a quoted cell does not end, or ends in the middle',
  'csv-too-many-rows': 'it has too many rows',
  'csv-too-many-columns': 'it has too many columns',
  'csv-row-too-long': 'a row is too long',
  'csv-header-refused': 'a column cannot have this name',
  'csv-column-missing': 'a column is missing; name it with --column',
  'csv-column-twice': 'two columns say the same; choose one with --column',
}

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

export const formatRowError = ({ line, column, reason, first }: RowError): string =>
  `line ${line}${column === null ? '' : `, ${column}`}: ${rowErrorText[reason]}${first === undefined ? '' : `, line ${first}`}`
