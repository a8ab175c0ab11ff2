/** The errors in a list of people. An error of the whole file means that it is not read; other errors concern single rows. */
import type { ListErrorReason, rowErrors } from '@rostrum/shared/contract/people-lists'
import type { ColumnError } from './column-map.ts'
import type { ListSource } from './list-table.ts'

/** The findings until the columns were refused, so that the sender can choose others. */
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

export type RowError = {
  /** Counted from 1, including the header, as in an editor or a spreadsheet. */
  readonly line: number
  /** The column as the file names it. Null: the whole row. */
  readonly column: string | null
  /** The column as a spreadsheet names it: A, B … Null: the whole row. */
  readonly letter: string | null
  /** The content of the cell, shortened. Null: the cell is empty, or the whole row. */
  readonly value: string | null
  readonly reason: (typeof rowErrors)[number]
  /** The earlier line with the same value, for duplicates. */
  readonly first?: number
}
