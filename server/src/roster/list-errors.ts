/** Errors in a list of people: errors of the whole file, which is then not read, and errors of single rows. */

export const listErrors = [
  'csv-empty', // no rows after the header, or no header
  'csv-not-utf-8',
  'csv-utf-16', // as some spreadsheets save "Unicode text"
  'csv-quotes', // a quoted cell that does not end, or ends in the middle
  'csv-too-many-rows',
  'csv-too-many-columns',
  'csv-row-too-long',
  'csv-header-refused', // names of `Object.prototype` are refused as column names
  'csv-column-missing', // organization, group and channel are required, and every column that the caller names
  'csv-column-twice',
] as const
export type ListErrorReason = (typeof listErrors)[number]

export class ListError extends Error {
  override readonly name = 'ListError'
  readonly reason: ListErrorReason
  /** The column or the line of the error. */
  readonly about: string | number | null
  constructor(reason: ListErrorReason, about: string | number | null = null) {
    super(reason)
    this.reason = reason
    this.about = about
  }
}

export const rowErrors = [
  'row-width', // more or fewer cells than the header has
  'text-empty',
  'text-too-long',
  'text-refused',
  'office-imitated',
  'email-refused',
  'id-refused',
  'no-such-group',
  'no-such-channel',
  'language-unclear',
  'consent-unclear',
  'email-twice',
  'id-twice',
  'email-taken', // by a person with another id
] as const
export type RowError = {
  /** Counted from 1, including the header, as in an editor. */
  readonly line: number
  /** As the file names it. Null: the whole row. */
  readonly column: string | null
  readonly reason: (typeof rowErrors)[number]
  /** The earlier line with the same value, for duplicates. */
  readonly first?: number
}
