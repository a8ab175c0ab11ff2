/** Reads a whole list of people: the people in it, the errors, and what an import would do. It changes nothing. */

import { createHash } from 'node:crypto'
import { setImmediate as yielded } from 'node:timers/promises'
import {
  fieldsByError,
  type ListField,
  type ListValue,
  listFields,
  maxWrittenLength,
  type NameOrder,
  type ValueField,
} from '@rostrum/shared/contract/people-lists'
import type { Group } from '@rostrum/shared/contract/plan'
import { noGroupSpellings } from '@rostrum/shared/contract/value-spellings'
import { makeRecord } from '@rostrum/shared/kernel/fields'
import { foldForSearch } from '@rostrum/shared/kernel/fold-text'
import { getOriginalText } from '@rostrum/shared/kernel/wording'
import type { ColumnMap } from './column-map.ts'
import { type LikelyDuplicate, listLikelyDuplicates } from './likely-duplicates.ts'
import type { RowError } from './list-errors.ts'
import type { ListChoices, ListHead } from './list-parser.ts'
import { getColumnLetter, type ListSource } from './list-table.ts'
import { parseInThread } from './list-thread.ts'
import { type KnownPeople, type MatchedPerson, PersonMatcher } from './person-matcher.ts'
import type { ImportCounts } from './roster.ts'
import type { RowPerson } from './row-reader.ts'

export type PeopleList = {
  /** The same key for the same file with the same choices. */
  readonly key: string
  readonly source: ListSource
  readonly headers: readonly string[]
  readonly columns: Readonly<Record<ListField, string | null>>
  /** The order in which a name in two columns was joined. */
  readonly nameOrder: NameOrder
  /** The columns from which no field is read. */
  readonly ignored: readonly string[]
  /** The accepted spellings of groups. */
  readonly groupNames: readonly string[]
  readonly people: readonly MatchedPerson[]
  /** The values that nobody has matched yet, each once, the most frequent first. */
  readonly unclear: readonly UnclearValue[]
  /** People who are probably the same person as another. They are imported all the same. */
  readonly likely: readonly LikelyDuplicate[]
  readonly faults: readonly RowError[]
  readonly counts: ImportCounts
}

type UnclearValue = { readonly field: ValueField; readonly written: string; readonly rows: number }

/** Reads the file in a separate thread, and matches it in pieces. In between, the event loop does other work. */
export async function readPeopleList(
  bytes: Uint8Array,
  choices: ListChoices,
  { groups, values, ...knownPeople }: KnownPeople & { readonly groups: readonly Group[]; readonly values: readonly ListValue[] },
): Promise<PeopleList> {
  const rows: RowPerson[] = []
  const people: MatchedPerson[] = []
  const faults: RowError[] = []
  let head: ListHead | null = null
  for await (const piece of parseInThread({ bytes, choices, groups, values })) {
    if (piece.kind === 'head') head = piece.head
    else for (const row of piece.rows) hasErrors(row) ? faults.push(...row) : rows.push(row)
  }
  if (head === null) throw new Error('a list without a head')
  const coming = rows.filter(({ comes }) => comes)
  const matcher = new PersonMatcher(knownPeople, coming)
  const findPlace = makePlaceFinder(head)
  for (const [index, row] of coming.entries()) {
    if (index % pieceSize === 0) await yielded()
    const matched = matcher.match(row, findPlace)
    if (hasErrors(matched)) faults.push(...matched)
    else people.push(matched)
  }
  faults.sort((one, other) => one.line - other.line)
  const { source, header, columns, nameOrder, rowCount } = head
  return {
    key: hashList(bytes, choices, values),
    source,
    headers: header,
    columns: makeRecord(listFields, (field) => header[columns[field] ?? -1] ?? null),
    nameOrder,
    ignored: listIgnoredColumns(header, columns),
    groupNames: [...groups.map(({ label }) => getOriginalText(label)), noGroupSpellings[0]],
    people,
    unclear: listUnclearValues(faults),
    likely: await listLikelyDuplicates(people, knownPeople),
    faults,
    counts: { ...countOutcomes(rowCount, people), leftOut: rows.length - coming.length },
  }
}

/** The number of people that are matched at a time. */
const pieceSize = 500

const hasErrors = <T>(read: T | readonly RowError[]): read is readonly RowError[] => Array.isArray(read)

const makePlaceFinder =
  ({ header, columns }: ListHead) =>
  (field: 'id' | 'email'): Pick<RowError, 'column' | 'letter'> => {
    const index = columns[field]
    return index === null ? { column: null, letter: null } : { column: header[index] ?? null, letter: getColumnLetter(index) }
  }

const listIgnoredColumns = (header: readonly string[], columns: ColumnMap): readonly string[] =>
  header.filter((name, index) => name.trim() !== '' && !Object.values(columns).includes(index))

export const hashList = (bytes: Uint8Array, { columns, encoding, sheet, nameOrder }: ListChoices, values: readonly ListValue[]): string =>
  createHash('sha256')
    .update(
      JSON.stringify([listFields.map((field) => (columns[field] === null ? false : columns[field])), encoding, sheet, nameOrder, values]),
    )
    .update(bytes)
    .digest('base64url')

/** Counts each value once, however it is capitalized, in the form in which it was written first. */
function listUnclearValues(faults: readonly RowError[]): readonly UnclearValue[] {
  const found = new Map<string, UnclearValue>()
  for (const { reason, value } of faults) {
    const field = fieldsByError[reason]
    if (field === undefined || value === null || value.length >= maxWrittenLength) continue
    const key = `${field} ${foldForSearch(value)}`
    const { written = value, rows = 0 } = found.get(key) ?? {}
    found.set(key, { field, written, rows: rows + 1 })
  }
  return [...found.values()].sort((one, other) => other.rows - one.rows)
}

function countOutcomes(rows: number, people: readonly MatchedPerson[]): Omit<ImportCounts, 'leftOut'> {
  const count = (outcomeCounted: MatchedPerson['outcome']): number => people.filter(({ outcome }) => outcome === outcomeCounted).length
  return { rows, fresh: count('fresh'), changed: count('changed'), same: count('same'), revoked: count('revoked') }
}
