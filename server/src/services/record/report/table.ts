import { type Block, getPlainText, type ReportRow } from './blocks.ts'

type Table = Extract<Block, { kind: 'table' }>

/** Drops columns that are empty in every row. The first column is always kept. */
export function dropEmptyColumns(table: Table): Table {
  const isUsed = (index: number): boolean =>
    index === 0 || table.rows.some((row) => (row[index] ?? []).some((line) => !['', '—'].includes(getPlainText(line))))
  const kept = table.columns.flatMap((_, index) => (isUsed(index) ? [index] : []))
  const pick = <T>(all: readonly T[]): readonly T[] => kept.flatMap((index) => all[index] ?? [])
  return { ...table, columns: pick(table.columns), rows: table.rows.map((row) => kept.map((index) => row[index] ?? []) as ReportRow) }
}
