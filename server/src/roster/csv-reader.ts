/** Reads the bytes of a CSV file into rows of text. It is strict about encoding and size, tolerant of separators and line ends. */
import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { ListError } from './list-errors.ts'

export type Separator = ',' | ';' | '\t'
export type CsvRow = { readonly line: number; readonly cells: readonly string[] }
export type CsvTable = { readonly separator: Separator; readonly header: readonly string[]; readonly rows: readonly CsvRow[] }

const maxRows = 20_000
const maxColumns = 64
/** In UTF-16 units. */
const maxRowLength = 32 * 1024
const pieceSize = 64 * 1024
const separators: readonly Separator[] = [',', ';', '\t']

export async function readCsv(bytes: Uint8Array): Promise<CsvTable> {
  const text = decodeText(bytes)
  const separator = detectSeparator(text)
  const [header, ...rows] = await parseRows(text, separator)
  if (!header || rows.length === 0) throw new ListError('csv-empty')
  return { separator, header: header.cells, rows }
}

function decodeText(bytes: Uint8Array): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) throw new ListError('csv-utf-16')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) throw new ListError('csv-not-utf-8')
    throw error
  }
}

/** The separator that occurs most often in the first row. The length of every row is checked here, before any cell is created. */
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
    if (at - begin > maxRowLength) throw isFirstRow ? new ListError('csv-too-many-columns') : new ListError('csv-row-too-long', line)
  }
  return separators.reduce((best, one) => (counts[one] > counts[best] ? one : best))
}

async function parseRows(text: string, delimiter: Separator): Promise<readonly CsvRow[]> {
  const parser = parse({ delimiter, info: true, relax_column_count: true, skip_empty_lines: true, record_delimiter: ['\r\n', '\n', '\r'] })
  Readable.from(splitPieces(text)).pipe(parser)
  const rows: CsvRow[] = []
  try {
    for await (const { record: cells, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (cells.length > maxColumns && rows.length === 0) throw new ListError('csv-too-many-columns')
      if (rows.length > maxRows) throw new ListError('csv-too-many-rows', maxRows)
      // Spreadsheets often end a file with lines that contain only separators. They are not rows.
      if (cells.some((cell) => cell.trim() !== '')) rows.push({ line: info.lines - countLineBreaks(cells), cells })
    }
  } catch (error) {
    if (error instanceof CsvError) throw new ListError('csv-quotes', Number(error['lines']))
    throw error
  }
  return rows
}

function* splitPieces(text: string): Iterable<string> {
  for (let at = 0; at < text.length; at += pieceSize) yield text.slice(at, at + pieceSize)
}

/** Line breaks inside a row. The parser gives the last line of a row, but the number of a row is its first line. */
const countLineBreaks = (cells: readonly string[]): number =>
  cells.reduce((count, cell) => count + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0)
