/** Reads the bytes of a CSV file into rows of text. It is strict about size, and tolerant of separators and line ends. */

import { Readable } from 'node:stream'
import type { Encoding } from '@rostrum/shared/contract/people-lists'
import { CsvError, parse } from 'csv-parse'
import { ListError } from './list-errors.ts'
import { hasContent, type ListRow, maxColumns, maxRowLength, maxRows, type Separator } from './list-table.ts'
import { decodeText } from './text-encoding.ts'

type CsvRows = { readonly encoding: Encoding; readonly separator: Separator; readonly rows: readonly ListRow[] }

const pieceSize = 64 * 1024
const separators: readonly Separator[] = [',', ';', '\t']

export async function readCsv(bytes: Uint8Array, chosenEncoding?: Encoding): Promise<CsvRows> {
  const { text, encoding } = decodeText(bytes, chosenEncoding)
  const separator = detectSeparator(text)
  return { encoding, separator, rows: await parseRows(text, separator) }
}

/** Returns the separator that occurs most often in the first row. Also checks the length of every row, before any cell is created. */
function detectSeparator(text: string): Separator {
  const counts = { ',': 0, ';': 0, '\t': 0 }
  let [isQuoted, begin, line, isFirstRow] = [false, 0, 1, true]
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? ''
    if (letter === '"') isQuoted = !isQuoted
    else if (!isQuoted && (letter === '\n' || letter === '\r')) {
      if (at > begin) isFirstRow = false
      begin = at + 1
    } else if (!isQuoted && isFirstRow && letter in counts) counts[letter as Separator] += 1
    if (letter === '\n') line += 1
    if (at - begin > maxRowLength)
      throw isFirstRow ? new ListError('list-too-many-columns', maxColumns) : new ListError('list-row-too-long', line)
  }
  return separators.reduce((best, one) => (counts[one] > counts[best] ? one : best))
}

async function parseRows(text: string, delimiter: Separator): Promise<readonly ListRow[]> {
  const parser = parse({ delimiter, info: true, relax_column_count: true, skip_empty_lines: true, record_delimiter: ['\r\n', '\n', '\r'] })
  Readable.from(splitPieces(text)).pipe(parser)
  const rows: ListRow[] = []
  try {
    for await (const { record: cells, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (cells.length > maxColumns && rows.length === 0) throw new ListError('list-too-many-columns', maxColumns)
      if (rows.length > maxRows) throw new ListError('list-too-many-rows', maxRows)
      const row = { line: info.lines - countLineBreaks(cells), cells }
      if (hasContent(row)) rows.push(row)
    }
  } catch (error) {
    if (error instanceof CsvError) throw new ListError('list-quotes', Number(error['lines']))
    throw error
  }
  return rows
}

function* splitPieces(text: string): Iterable<string> {
  for (let at = 0; at < text.length; at += pieceSize) yield text.slice(at, at + pieceSize)
}

/** Counts the line breaks inside a row. The parser gives the last line of a row, but a row is numbered by its first line. */
const countLineBreaks = (cells: readonly string[]): number =>
  cells.reduce((count, cell) => count + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0)
