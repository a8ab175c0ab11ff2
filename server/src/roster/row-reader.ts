/** Reads a row of a list as a person, or returns its errors. Texts stay as they are written, including their case. */

import type { GroupId } from '@rostrum/shared/contract/ids'
import type { Group } from '@rostrum/shared/contract/plan'
import type { Channel } from '@rostrum/shared/contract/roles'
import { foldForSearch } from '@rostrum/shared/kernel/text'
import type { z } from 'zod'
import type { ColumnMap, ListField } from './column-map.ts'
import type { CsvRow } from './csv-reader.ts'
import { emailSchema, entitySchema, externalIdSchema, nameSchema } from './field-schemas.ts'
import type { RowError } from './list-errors.ts'
import type { PersonDetails } from './roster.ts'
import { noGroupSpellings, parseChannel, parseConsent, parseLanguage } from './value-spellings.ts'

/** A field is undefined if the list has no such column. Then the earlier value stays. */
export type RowPerson = {
  readonly line: number
  readonly entity: string
  readonly group: GroupId | null
  readonly channel: Channel
  readonly details: { readonly [D in keyof PersonDetails]: PersonDetails[D] | undefined }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are refused
const controlCharacters = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/
/** The guard that our own lists put before a text that a spreadsheet could read as a formula. */
const guardedFormula = /^'(?=[=+\-@＝＋－＠])/

export class RowReader {
  readonly #header: readonly string[]
  readonly #columns: ColumnMap
  readonly #parseGroup: (written: string) => { readonly id: GroupId | null } | undefined
  readonly #parseChannel = memoizeByText(parseChannel)
  readonly #parseLanguage = memoizeByText(parseLanguage)
  readonly #parseConsent = memoizeByText(parseConsent)

  constructor(header: readonly string[], columns: ColumnMap, groups: readonly Group[]) {
    this.#header = header
    this.#columns = columns
    const groupsByName = new Map<string, { readonly id: GroupId | null }>([
      ...noGroupSpellings.map((word) => [foldForSearch(word), { id: null }] as const),
      ...groups.flatMap(({ id, label, short }) => [id, label, short].map((name) => [foldForSearch(name), { id }] as const)),
    ])
    this.#parseGroup = memoizeByText((written) => groupsByName.get(foldForSearch(written)))
  }

  read({ line, cells }: CsvRow): RowPerson | readonly RowError[] {
    if (cells.length !== this.#header.length) return [{ line, column: null, reason: 'row-width' }]
    const faults: RowError[] = []
    const addError = (field: ListField, reason: RowError['reason']): undefined => {
      faults.push({ line, column: this.#header[this.#columns[field] ?? 0] ?? field, reason })
      return undefined
    }
    /** Undefined if there is no such column, null if the cell is empty. */
    const readCell = (field: ListField): string | null | undefined => {
      const index = this.#columns[field]
      if (index === null) return undefined
      const written = (cells[index] ?? '').replace(guardedFormula, '').trim()
      if (controlCharacters.test(written)) return addError(field, 'text-refused')
      return written === '' ? null : written
    }
    const readChecked = (field: ListField, schema: z.ZodType<string>): string | null | undefined => {
      const written = readCell(field)
      if (typeof written !== 'string') return written
      const read = schema.safeParse(written)
      return read.success ? read.data : addError(field, read.error.issues[0]?.message as RowError['reason'])
    }
    const readWord = <T>(field: ListField, read: (written: string) => T | undefined, reason: RowError['reason']): T | null | undefined => {
      const written = readCell(field)
      return typeof written === 'string' ? (read(written) ?? addError(field, reason)) : written
    }
    const entity = readChecked('entity', entitySchema)
    const group = readWord('group', this.#parseGroup, 'no-such-group')
    const channel = readWord('channel', this.#parseChannel, 'no-such-channel')
    const details = {
      name: readChecked('name', nameSchema),
      email: readChecked('email', emailSchema),
      language: readWord('language', this.#parseLanguage, 'language-unclear'),
      nameInRecord: readWord('nameInRecord', this.#parseConsent, 'consent-unclear'),
      externalId: readChecked('id', externalIdSchema),
    }
    if (entity === null) addError('entity', 'text-empty')
    if (group === null) addError('group', 'text-empty')
    if (channel === null) addError('channel', 'text-empty')
    if (faults.length > 0 || !entity || !group || !channel) return faults
    return { line, entity, group: group.id, channel, details }
  }
}

/** Lists contain the same few words thousands of times. */
function memoizeByText<T>(read: (written: string) => T): (written: string) => T {
  const cache = new Map<string, T>()
  return (written) => {
    const cached = cache.get(written)
    if (cached !== undefined) return cached
    const result = read(written)
    cache.set(written, result)
    return result
  }
}
