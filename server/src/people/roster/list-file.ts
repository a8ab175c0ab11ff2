/** Reads a file as a table, whatever its format is, and finds the row of headers. */
import type { Encoding } from '@rostrum/shared/contract/people-lists'
import { isUsualName } from './column-map.ts'
import { readCsv } from './csv-reader.ts'
import { ListError } from './list-errors.ts'
import { type ListRow, type ListTable, maxColumns } from './list-table.ts'

/** The choices of people if the guess is wrong. */
export type FileChoices = { readonly encoding?: Encoding | undefined; readonly sheet?: string | undefined }

const zipMark = [0x50, 0x4b, 0x03, 0x04]
/** The mark of workbooks before 2007, and of workbooks with a password. */
const compoundFileMark = [0xd0, 0xcf, 0x11, 0xe0]
/** Exports of registration systems have a title and a few empty lines above the headers. */
const maxRowsAboveHeader = 10

export async function readListFile(bytes: Uint8Array, { encoding, sheet }: FileChoices): Promise<ListTable> {
  const startsWith = (mark: readonly number[]): boolean => mark.every((byte, index) => bytes[index] === byte)
  if (startsWith(compoundFileMark)) throw new ListError('list-old-workbook')
  if (!startsWith(zipMark)) {
    const { rows, ...found } = await readCsv(bytes, encoding)
    return { source: { format: 'csv', ...found }, ...splitHeader(rows) }
  }
  // Most lists are CSV, and a thread that reads one does not load the reader of workbooks.
  const { readXlsx } = await import('./xlsx-reader.ts')
  const { rows, ...found } = await readXlsx(bytes, sheet)
  const { header, rows: people } = splitHeader(rows.map(({ line, cells }) => ({ line, cells: trimEnd(cells) })))
  if (header.length > maxColumns) throw new ListError('list-too-many-columns', maxColumns)
  return { source: { format: 'xlsx', ...found }, header, rows: people.map((row) => fillRow(row, header.length)) }
}

function splitHeader(rows: readonly ListRow[]): Pick<ListTable, 'header' | 'rows'> {
  const headerIndex = findHeader(rows)
  const people = rows.slice(headerIndex + 1)
  if (people.length === 0) throw new ListError('list-empty')
  return { header: rows[headerIndex]?.cells ?? [], rows: people }
}

/** Returns the first row, unless a later one has at least three usual names, and more than the first. */
function findHeader(rows: readonly ListRow[]): number {
  const counts = rows.slice(0, maxRowsAboveHeader).map(({ cells }) => cells.filter(isUsualName).length)
  const most = Math.max(...counts)
  return most >= 3 && most > (counts[0] ?? 0) ? counts.indexOf(most) : 0
}

/** Fills a row with empty cells, because rows of a sheet end at their last content. */
const fillRow = ({ line, cells }: ListRow, width: number): ListRow => ({
  line,
  cells: [...cells, ...Array<string>(Math.max(0, width - cells.length)).fill('')],
})

const trimEnd = (cells: readonly string[]): readonly string[] => cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1)
