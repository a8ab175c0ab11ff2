/** Reads a whole list of people: the people in it, the errors, and what an import would do. It changes nothing. */

import { createHash } from 'node:crypto'
import { type ListField, listFields, type NameOrder } from '@rostrum/shared/contract/people-lists'
import type { Group } from '@rostrum/shared/contract/plan'
import { noGroupSpellings } from '@rostrum/shared/contract/value-spellings'
import { getFirstText } from '@rostrum/shared/kernel/wording'
import type { ColumnMap } from './column-map.ts'
import type { RowError } from './list-errors.ts'
import type { ListChoices, ListHead } from './list-parser.ts'
import { getColumnLetter, type ListSource } from './list-table.ts'
import { parseInThread } from './list-thread.ts'
import { type KnownPeople, type MatchedPerson, PersonMatcher } from './person-matcher.ts'
import type { ImportCounts } from './roster.ts'

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
  readonly faults: readonly RowError[]
  readonly counts: ImportCounts
}

/** Reads the file in a separate thread, and matches it in pieces. In between, the event loop does other work. */
export async function readPeopleList(
  bytes: Uint8Array,
  choices: ListChoices,
  groups: readonly Group[],
  knownPeople: KnownPeople,
): Promise<PeopleList> {
  const matcher = new PersonMatcher(knownPeople)
  const people: MatchedPerson[] = []
  const faults: RowError[] = []
  let head: ListHead | null = null
  for await (const piece of parseInThread({ bytes, choices, groups })) {
    if (piece.kind === 'head') head = piece.head
    else if (head !== null) {
      for (const row of piece.rows) {
        const matched = hasErrors(row) ? row : matcher.match(row, makePlaceFinder(head))
        if (hasErrors(matched)) faults.push(...matched)
        else people.push(matched)
      }
    }
  }
  if (head === null) throw new Error('a list without a head')
  const { source, header, columns, nameOrder, rowCount } = head
  return {
    key: hashList(bytes, choices),
    source,
    headers: header,
    columns: Object.fromEntries(listFields.map((field) => [field, header[columns[field] ?? -1] ?? null])) as PeopleList['columns'],
    nameOrder,
    ignored: listIgnoredColumns(header, columns),
    groupNames: [...groups.map(({ label }) => getFirstText(label)), noGroupSpellings[0]],
    people,
    faults,
    counts: countOutcomes(rowCount, people),
  }
}

const hasErrors = <T>(read: T | readonly RowError[]): read is readonly RowError[] => Array.isArray(read)

const makePlaceFinder =
  ({ header, columns }: ListHead) =>
  (field: 'id' | 'email'): Pick<RowError, 'column' | 'letter'> => {
    const index = columns[field]
    return index === null ? { column: null, letter: null } : { column: header[index] ?? null, letter: getColumnLetter(index) }
  }

const listIgnoredColumns = (header: readonly string[], columns: ColumnMap): readonly string[] =>
  header.filter((name, index) => name.trim() !== '' && !Object.values(columns).includes(index))

export const hashList = (bytes: Uint8Array, { columns, encoding, sheet, nameOrder }: ListChoices): string =>
  createHash('sha256')
    .update(JSON.stringify([listFields.map((field) => (columns[field] === null ? false : columns[field])), encoding, sheet, nameOrder]))
    .update(bytes)
    .digest('base64url')

function countOutcomes(rows: number, people: readonly MatchedPerson[]): ImportCounts {
  const count = (outcomeCounted: MatchedPerson['outcome']): number => people.filter(({ outcome }) => outcome === outcomeCounted).length
  return { rows, fresh: count('fresh'), changed: count('changed'), same: count('same'), revoked: count('revoked') }
}
