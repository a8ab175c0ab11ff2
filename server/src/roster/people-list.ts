/** Reads a whole list of people: the people in it, the errors, and what an import would do. It changes nothing. */
import { createHash } from 'node:crypto'
import { setImmediate as yielded } from 'node:timers/promises'
import type { Group } from '@rostrum/shared/contract/plan'
import { type ColumnMap, type ListField, listFields, mapColumns } from './column-map.ts'
import { readCsv, type Separator } from './csv-reader.ts'
import type { RowError } from './list-errors.ts'
import { type KnownPeople, type MatchedPerson, PersonMatcher } from './person-matcher.ts'
import type { ImportCounts } from './roster.ts'
import { RowReader } from './row-reader.ts'

/** The headers that the caller gives for fields. */
export type ColumnNames = Partial<Readonly<Record<ListField, string>>>
export type PeopleList = {
  /** The same for the same file with the same column names. */
  readonly key: string
  readonly separator: Separator
  readonly columns: Readonly<Record<ListField, string | null>>
  /** Columns that no field is read from. */
  readonly ignored: readonly string[]
  readonly people: readonly MatchedPerson[]
  readonly faults: readonly RowError[]
  readonly counts: ImportCounts
}

/** Rows per chunk. Between chunks the event loop can do other work. */
const chunkSize = 250

export async function readPeopleList(
  bytes: Uint8Array,
  columnNames: ColumnNames,
  groups: readonly Group[],
  knownPeople: KnownPeople,
): Promise<PeopleList> {
  const { separator, header, rows } = await readCsv(bytes)
  const columns = mapColumns(header, columnNames)
  const reader = new RowReader(header, columns, groups)
  const matcher = new PersonMatcher(knownPeople)
  const getColumnName = (field: ListField): string | null => header[columns[field] ?? -1] ?? null
  const people: MatchedPerson[] = []
  const faults: RowError[] = []
  for (const [index, row] of rows.entries()) {
    if (index % chunkSize === 0) await yielded()
    const rowPerson = reader.read(row)
    const matched = hasErrors(rowPerson) ? rowPerson : matcher.match(rowPerson, getColumnName)
    if (hasErrors(matched)) faults.push(...matched)
    else people.push(matched)
  }
  return {
    key: hashList(bytes, columnNames),
    separator,
    columns: Object.fromEntries(listFields.map((field) => [field, getColumnName(field)])) as PeopleList['columns'],
    ignored: listIgnoredColumns(header, columns),
    people,
    faults,
    counts: countOutcomes(rows.length, people),
  }
}

const hasErrors = <T>(read: T | readonly RowError[]): read is readonly RowError[] => Array.isArray(read)

const listIgnoredColumns = (header: readonly string[], columns: ColumnMap): readonly string[] =>
  header.filter((_, index) => !Object.values(columns).includes(index))

export const hashList = (bytes: Uint8Array, columnNames: ColumnNames): string =>
  createHash('sha256')
    .update(JSON.stringify(listFields.map((field) => columnNames[field] ?? null)))
    .update(bytes)
    .digest('base64url')

function countOutcomes(rows: number, people: readonly MatchedPerson[]): ImportCounts {
  const count = (outcomeCounted: MatchedPerson['outcome']): number => people.filter(({ outcome }) => outcome === outcomeCounted).length
  return { rows, fresh: count('fresh'), changed: count('changed'), same: count('same'), revoked: count('revoked') }
}
