/** Bytes of a CSV file become rows of text: strict about encoding and size, tolerant of separators and line ends. */
import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { FaultyList } from './list-errors.ts'

export type Separator = ',' | ';' | '\t'
export type CsvRow = { readonly line: number; readonly cells: readonly string[] }
export type Csv = { readonly separator: Separator; readonly header: readonly string[]; readonly rows: readonly CsvRow[] }

const mostRows = 20_000
const mostColumns = 64
/** In UTF-16 units. */
const longestRow = 32 * 1024
const piece = 64 * 1024
const separators: readonly Separator[] = [',', ';', '\t']

export async function readCsv(bytes: Uint8Array): Promise<Csv> {
  const text = decoded(bytes)
  const separator = separatorOf(text)
  const [header, ...rows] = await parsed(text, separator)
  if (!header || rows.length === 0) throw new FaultyList('csv-empty')
  return { separator, header: header.cells, rows }
}

function decoded(bytes: Uint8Array): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) throw new FaultyList('csv-utf-16')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) throw new FaultyList('csv-not-utf-8')
    throw error
  }
}

/** The one that divides the first row most often. Every row is measured, so that none of a million cells is ever made. */
function separatorOf(text: string): Separator {
  const found = { ',': 0, ';': 0, '\t': 0 }
  let [quoted, begin, line, first] = [false, 0, 1, true]
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? ''
    if (letter === '"') quoted = !quoted
    else if (!quoted && (letter === '\n' || letter === '\r')) {
      if (at > begin) first = false
      begin = at + 1
    } else if (!quoted && first && letter in found) found[letter as Separator] += 1
    if (letter === '\n') line += 1
    if (at - begin > longestRow) throw first ? new FaultyList('csv-too-many-columns') : new FaultyList('csv-row-too-long', line)
  }
  return separators.reduce((best, one) => (found[one] > found[best] ? one : best))
}

async function parsed(text: string, delimiter: Separator): Promise<readonly CsvRow[]> {
  const parser = parse({ delimiter, info: true, relax_column_count: true, skip_empty_lines: true, record_delimiter: ['\r\n', '\n', '\r'] })
  Readable.from(pieces(text)).pipe(parser)
  const rows: CsvRow[] = []
  try {
    for await (const { record: cells, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (cells.length > mostColumns && rows.length === 0) throw new FaultyList('csv-too-many-columns')
      if (rows.length > mostRows) throw new FaultyList('csv-too-many-rows', mostRows)
      // A separator alone on its line, as spreadsheets leave them at the end, is no row.
      if (cells.some((cell) => cell.trim() !== '')) rows.push({ line: info.lines - breaksIn(cells), cells })
    }
  } catch (error) {
    if (error instanceof CsvError) throw new FaultyList('csv-quotes', Number(error['lines']))
    throw error
  }
  return rows
}

function* pieces(text: string): Iterable<string> {
  for (let at = 0; at < text.length; at += piece) yield text.slice(at, at + piece)
}

/** A row is where it begins; the parser says where it ends. */
const breaksIn = (cells: readonly string[]): number => cells.reduce((count, cell) => count + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0)
