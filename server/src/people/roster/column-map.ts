/** Finds the column of each field in a list. It uses the header that the caller gives, or common names in six languages. */
import { type columnErrors, type ListField, listFields } from '@rostrum/shared/contract/people-lists'
import { makeRecord } from '@rostrum/shared/kernel/fields'
import { foldForSearch } from '@rostrum/shared/kernel/fold-text'
import { openNames, usualNames } from './column-names.ts'

/** The headers that the caller gives for fields. Null: the list has no such column, whatever its headers are. */
export type ColumnNames = Partial<Readonly<Record<ListField, string | null>>>
/** The index of each field in a row. Null if the list has no such column. */
export type ColumnMap = Readonly<Record<ListField, number | null>>

export type ColumnError = {
  /** Names of `Object.prototype` are refused. */
  readonly reason: (typeof columnErrors)[number]
  /** Null for a column that is refused by its name. */
  readonly field: ListField | null
  /** Null if no column was found. */
  readonly header: string | null
}

const requiredFields: readonly ListField[] = ['entity', 'group', 'channel']

const fieldsByName: ReadonlyMap<string, ListField> = new Map(
  listFields.flatMap((field) => usualNames[field].map((name) => [foldForSearch(name), field] as const)),
)
const openNameSet: ReadonlySet<string> = new Set(openNames.map(foldForSearch))

export const isUsualName = (header: string): boolean => fieldsByName.has(foldForSearch(header))

/**
 * Finds the columns. Those named by the caller come first. Other fields are found by their common names in the remaining columns. Reports
 * every error.
 */
export function mapColumns(
  header: readonly string[],
  chosen: ColumnNames,
): { readonly columns: ColumnMap; readonly faults: readonly ColumnError[] } {
  const names = header.map((name) => name.trim())
  const faults: ColumnError[] = names
    .filter((name) => name in Object.prototype)
    .map((name) => ({ reason: 'column-refused', field: null, header: name }))
  const columns: Record<ListField, number | null> = makeRecord(listFields, () => null)
  mapChosen(names, chosen, columns, faults)
  mapUsual(names, chosen, columns, faults)
  const isWholeNameChosen = typeof chosen.name === 'string'
  // A whole name needs no parts, unless the caller chose the parts.
  if (columns.name !== null && (isWholeNameChosen || !(chosen.givenName ?? chosen.familyName)))
    columns.givenName = columns.familyName = null
  else if (columns.name !== null) columns.name = null
  for (const field of requiredFields) {
    if (columns[field] === null && !faults.some((fault) => fault.field === field))
      faults.push({ reason: 'column-missing', field, header: null })
  }
  return { columns, faults }
}

function mapChosen(names: readonly string[], chosen: ColumnNames, columns: Record<ListField, number | null>, faults: ColumnError[]): void {
  for (const field of listFields) {
    const name = chosen[field]?.trim()
    if (name === undefined) continue
    const [first, ...more] = names.flatMap((one, index) => (one === name ? [index] : []))
    if (first === undefined) faults.push({ reason: 'column-missing', field, header: name })
    else if (more.length > 0 || Object.values(columns).includes(first)) faults.push({ reason: 'column-twice', field, header: name })
    else columns[field] = first
  }
}

function mapUsual(names: readonly string[], chosen: ColumnNames, columns: Record<ListField, number | null>, faults: ColumnError[]): void {
  const taken = new Set(Object.values(columns))
  const found = names.map((name, index) => (taken.has(index) ? undefined : fieldsByName.get(foldForSearch(name))))
  const open = findOpenName(names, found)
  if (open !== null) found[open.index] = open.field
  for (const [index, field] of found.entries()) {
    if (field === undefined || chosen[field] !== undefined) continue
    if (columns[field] !== null) faults.push({ reason: 'column-twice', field, header: names[index] ?? '' })
    else columns[field] = index
  }
}

/** Finds an ambiguous name: “Nom” next to “Prénom” is the family name, and “Nombre” next to “Apellidos” the given name. */
function findOpenName(
  names: readonly string[],
  found: readonly (ListField | undefined)[],
): { readonly index: number; readonly field: ListField } | null {
  const index = names.findIndex((name) => openNameSet.has(foldForSearch(name)))
  const [hasGiven, hasFamily] = [found.includes('givenName'), found.includes('familyName')]
  if (index < 0 || found[index] !== 'name' || hasGiven === hasFamily) return null
  return { index, field: hasGiven ? 'familyName' : 'givenName' }
}
