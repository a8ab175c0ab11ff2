/** A list of people, read whole: whom it names, what is wrong with it, and what importing it would come to. Changes nothing. */
import { createHash } from 'node:crypto'
import { setImmediate as yielded } from 'node:timers/promises'
import type { Group } from '@rostrum/shared/contract/plan'
import { type Columns, columnsOf, type Field, fields } from './column-map.ts'
import { readCsv, type Separator } from './csv-reader.ts'
import type { RowFault } from './list-errors.ts'
import { type Known, type Matched, Matching } from './person-matcher.ts'
import type { Counts } from './roster.ts'
import { RowReader } from './row-reader.ts'

/** The header that the caller says a field has. */
export type Given = Partial<Readonly<Record<Field, string>>>
export type PeopleList = {
  /** The same for the same file, read the same way. */
  readonly key: string
  readonly separator: Separator
  readonly columns: Readonly<Record<Field, string | null>>
  /** Columns that no field is read from. */
  readonly ignored: readonly string[]
  readonly people: readonly Matched[]
  readonly faults: readonly RowFault[]
  readonly counts: Counts
}

/** Rows that are read before others are served. */
const chunk = 250

export async function readList(bytes: Uint8Array, given: Given, groups: readonly Group[], known: Known): Promise<PeopleList> {
  const { separator, header, rows } = await readCsv(bytes)
  const columns = columnsOf(header, given)
  const reader = new RowReader(header, columns, groups)
  const matching = new Matching(known)
  const nameOf = (field: Field): string | null => header[columns[field] ?? -1] ?? null
  const people: Matched[] = []
  const faults: RowFault[] = []
  for (const [index, row] of rows.entries()) {
    if (index % chunk === 0) await yielded()
    const listed = reader.read(row)
    const matched = isFaulty(listed) ? listed : matching.match(listed, nameOf)
    if (isFaulty(matched)) faults.push(...matched)
    else people.push(matched)
  }
  return {
    key: keyOf(bytes, given),
    separator,
    columns: Object.fromEntries(fields.map((field) => [field, nameOf(field)])) as PeopleList['columns'],
    ignored: unread(header, columns),
    people,
    faults,
    counts: countsOf(rows.length, people),
  }
}

const isFaulty = <T>(read: T | readonly RowFault[]): read is readonly RowFault[] => Array.isArray(read)

const unread = (header: readonly string[], columns: Columns): readonly string[] =>
  header.filter((_, index) => !Object.values(columns).includes(index))

export const keyOf = (bytes: Uint8Array, given: Given): string =>
  createHash('sha256')
    .update(JSON.stringify(fields.map((field) => given[field] ?? null)))
    .update(bytes)
    .digest('base64url')

function countsOf(rows: number, people: readonly Matched[]): Counts {
  const count = (what: Matched['outcome']): number => people.filter(({ outcome }) => outcome === what).length
  return { rows, fresh: count('fresh'), changed: count('changed'), same: count('same'), revoked: count('revoked') }
}
