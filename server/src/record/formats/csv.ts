/** A file a table (RFC 4180, UTF-8 with its mark, no cell that is a formula), together in one zip. For programs: codes, ids and ISO times. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { csvText } from '../../roster/csv-writer.ts'
import { inOne, type Row, type Table, tablesOf, type Value } from './tables.ts'
import { zipped } from './zip.ts'

export async function csvZip(record: SessionRecord): Promise<Uint8Array> {
  return await zipped(tablesOf(record).map((table) => ({ name: `${table.name}.csv`, chunks: csvOf(table) })))
}

/** Rows that are written at once. */
const some = 50

function* csvOf({ columns, rows }: Table): Generator<string> {
  yield csvText([columns])
  for (let begin = 0; begin < rows.length; begin += some) {
    yield csvText(rows.slice(begin, begin + some).map((row: Row) => columns.map((column) => cellOf(row[column] ?? null)))).slice(1)
  }
}

function cellOf(value: Value): string | number {
  if (value === null) return ''
  if (typeof value === 'string' || typeof value === 'number') return value
  return typeof value === 'boolean' ? String(value) : inOne(value)
}
