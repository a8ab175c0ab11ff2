/** One CSV file per table (RFC 4180, UTF-8 with byte order mark, no formulas), in one zip. It is for programs: codes, ids and ISO times. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { formatCsv } from '../../../people/roster/csv-writer.ts'
import { type CellValue, joinValues, type RecordTable, type TableRow, toTables } from './tables.ts'
import { createZip } from './zip.ts'

export async function writeCsvZip(record: SessionRecord): Promise<Uint8Array> {
  return await createZip(toTables(record).map((table) => ({ name: `${table.name}.csv`, chunks: formatTable(table) })))
}

/** The number of rows per chunk. */
const batchSize = 50

function* formatTable({ columns, rows }: RecordTable): Generator<string> {
  yield formatCsv([columns])
  for (let begin = 0; begin < rows.length; begin += batchSize) {
    yield formatCsv(
      rows.slice(begin, begin + batchSize).map((row: TableRow) => columns.map((column) => toCsvCell(row[column] ?? null))),
    ).slice(1)
  }
}

function toCsvCell(value: CellValue): string | number {
  if (value === null) return ''
  if (typeof value === 'string' || typeof value === 'number') return value
  return typeof value === 'boolean' ? String(value) : joinValues(value)
}
