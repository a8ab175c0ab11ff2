/** Errors in a list of people: errors of the whole file, which is then not read, and errors of single rows. */
import type { ColumnError } from './column-map.ts'
import type { ListSource } from './list-table.ts'

export const listErrors = [
  'list-empty', // no rows after the header, or no header
  'list-unreadable', // neither text nor a workbook, or damaged
  'list-old-workbook', // XLS, or a workbook with a password
  'list-too-heavy', // unpacked too large, or not read in time
  'list-busy', // too many lists are read at the same time
  'list-wrong-encoding', // not in the encoding that the sender names
  'list-no-such-sheet',
  'list-quotes', // a quoted cell that does not end, or ends in the middle
  'list-too-many-rows',
  'list-too-many-columns',
  'list-row-too-long',
  'columns-refused', // columns that are missing, there twice, or have a name that is not allowed
] as const
export type ListErrorReason = (typeof listErrors)[number]

/** What was found out before the columns were refused, so that the sender can choose others. */
export type RefusedColumns = {
  readonly columnFaults: readonly ColumnError[]
  readonly headers: readonly string[]
  readonly source: ListSource
}

export class ListError extends Error {
  override readonly name = 'ListError'
  readonly reason: ListErrorReason
  /** The line, sheet or encoding of the error, or the limit. */
  readonly about: string | number | null
  readonly columns: RefusedColumns | null
  constructor(reason: ListErrorReason, about: string | number | null = null, columns: RefusedColumns | null = null) {
    super(reason)
    this.reason = reason
    this.about = about
    this.columns = columns
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
  /** Counted from 1, including the header, as in an editor or a spreadsheet. */
  readonly line: number
  /** The column as the file names it. Null: the whole row. */
  readonly column: string | null
  /** The column as a spreadsheet names it: A, B … Null: the whole row. */
  readonly letter: string | null
  /** What is in the cell, shortened. Null: the cell is empty, or the whole row. */
  readonly value: string | null
  readonly reason: (typeof rowErrors)[number]
  /** The earlier line with the same value, for duplicates. */
  readonly first?: number
}
