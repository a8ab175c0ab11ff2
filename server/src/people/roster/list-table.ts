/** A list of people as rows of text, whatever the format of its file. */
import type { Encoding } from '@rostrum/shared/contract/people-lists'

export type Separator = ',' | ';' | '\t'
export type ListRow = { readonly line: number; readonly cells: readonly string[] }

/** How a file was read, so that people can see and correct it. */
export type ListSource =
  | { readonly format: 'csv'; readonly encoding: Encoding; readonly separator: Separator }
  /** `sheets`: the sheets with rows, in the order of the workbook. */
  | { readonly format: 'xlsx'; readonly sheet: string; readonly sheets: readonly string[] }

export type ListTable = { readonly source: ListSource; readonly header: readonly string[]; readonly rows: readonly ListRow[] }

export const maxRows = 20_000
export const maxColumns = 64
/** In UTF-16 units. */
export const maxRowLength = 32 * 1024

/** Returns the name of a column in a spreadsheet: 0 is A, 26 is AA. */
export function getColumnLetter(index: number): string {
  const rest = Math.floor(index / 26)
  return `${rest > 0 ? getColumnLetter(rest - 1) : ''}${String.fromCharCode(65 + (index % 26))}`
}

/** Whether a line is a row. Spreadsheets often end with lines that contain only spaces or separators. */
export const hasContent = ({ cells }: ListRow): boolean => cells.some((cell) => cell.trim() !== '')
