/** Reads a row of a list as a person, or returns its errors. Texts are kept as written, including their case. */

import { emailSchema, entitySchema, externalIdSchema, nameSchema, pronouncedSchema, saidSchema } from '@rostrum/shared/api/person-fields'
import { type Channel, channels } from '@rostrum/shared/contract/channels'
import { groupSpellings } from '@rostrum/shared/contract/group-spellings'
import type { GroupId } from '@rostrum/shared/contract/ids'
import {
  type ListField,
  type ListValue,
  maxWrittenLength,
  type NameOrder,
  type RegistrationState,
  registrationStates,
  type ValueField,
} from '@rostrum/shared/contract/people-lists'
import type { Group } from '@rostrum/shared/contract/plan'
import { noGroupSpellings, parseChannel, parseConsent, parseLanguage, parseState } from '@rostrum/shared/contract/value-spellings'
import { foldForSearch } from '@rostrum/shared/kernel/fold-text'
import { truncate } from '@rostrum/shared/kernel/text'
import { listTexts } from '@rostrum/shared/kernel/wording'
import type { z } from 'zod'
import type { ColumnMap } from './column-map.ts'
import { beginsFormula } from './csv-writer.ts'
import type { RowError } from './list-errors.ts'
import { getColumnLetter, type ListRow } from './list-table.ts'
import type { PersonDetails } from './roster.ts'

/** A person in a list. A field is undefined if the list has no such column; the earlier value is then kept. */
export type RowPerson = {
  readonly line: number
  readonly entity: string
  readonly group: GroupId | null
  readonly channel: Channel
  /** False if the registration was withdrawn, refused or not yet decided: the person is left out. */
  readonly comes: boolean
  /** A list has no phone numbers. */
  readonly details: { readonly [D in Exclude<keyof PersonDetails, 'phone'>]: PersonDetails[D] | undefined }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are refused
const controlCharacters = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/
const allControlCharacters = new RegExp(controlCharacters, 'g')

const namePartsByOrder: Readonly<Record<NameOrder, readonly ['givenName' | 'familyName', 'givenName' | 'familyName']>> = {
  'given-first': ['givenName', 'familyName'],
  'family-first': ['familyName', 'givenName'],
}

/** Guesses from the language of the header of family names: in Chinese, Japanese and Korean they come first. */
export const guessNameOrder = (header: string): NameOrder =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(header) ? 'family-first' : 'given-first'

const chinese = /^\p{Script=Han}+$/u
/** Joins the parts of a name. A Chinese name has no space. */
const joinName = (parts: readonly string[]): string => parts.join(parts.every((part) => chinese.test(part)) ? '' : ' ')

/** The most characters that are shown of a cell: enough for people to find it again. */
const maxShownValue = maxWrittenLength

type ReadingRules = {
  readonly groups: readonly Group[]
  readonly nameOrder: NameOrder
  readonly values: readonly ListValue[]
}

export class RowReader {
  readonly #header: readonly string[]
  readonly #columns: ColumnMap
  readonly #nameParts: readonly ListField[]
  readonly #parseGroup: (written: string) => { readonly id: GroupId | null } | undefined
  readonly #parseChannel: (written: string) => Channel | undefined
  readonly #parseLanguage: (written: string) => string | undefined
  readonly #parseConsent: (written: string) => boolean | undefined
  readonly #parseState: (written: string) => RegistrationState | undefined

  constructor(header: readonly string[], columns: ColumnMap, { groups, nameOrder, values }: ReadingRules) {
    this.#header = header
    this.#columns = columns
    this.#nameParts = namePartsByOrder[nameOrder].filter((part) => columns[part] !== null)
    const groupsByName = new Map<string, { readonly id: GroupId | null }>([
      ...noGroupSpellings.map((word) => [foldForSearch(word), { id: null }] as const),
      ...groups.flatMap(({ id, label, short }) =>
        [id, ...listTexts(label), ...listTexts(short)].map((name) => [foldForSearch(name), { id }] as const),
      ),
    ])
    /** A match by hand comes first, then the usual spellings. */
    const parseMatched = <T>(field: ValueField, toValue: (value: string) => T | undefined, parse: (written: string) => T | undefined) => {
      const matched = new Map(values.flatMap((one) => (one.field === field ? [[foldForSearch(one.written), one.value] as const] : [])))
      return memoizeByText((written) => toValue(matched.get(foldForSearch(written)) ?? '') ?? parse(written))
    }
    const findGroup = (id: string | undefined) => (groups.some((one) => one.id === id) ? { id: id as GroupId } : undefined)
    this.#parseGroup = parseMatched(
      'group',
      (value) => (value === noGroupSpellings[0] ? { id: null } : findGroup(value)),
      (written) => groupsByName.get(foldForSearch(written)) ?? findGroup(groupSpellings.get(foldForSearch(written))),
    )
    this.#parseChannel = parseMatched('channel', (value) => channels.find((one) => one === value), parseChannel)
    this.#parseLanguage = parseMatched('language', (value) => (value === '' ? undefined : parseLanguage(value)), parseLanguage)
    this.#parseConsent = parseMatched('nameInRecord', (value) => (value === '' ? undefined : parseConsent(value)), parseConsent)
    this.#parseState = parseMatched('state', (value) => registrationStates.find((one) => one === value), parseState)
  }

  read({ line, cells }: ListRow): RowPerson | readonly RowError[] {
    if (cells.length !== this.#header.length) return [{ line, column: null, letter: null, value: null, reason: 'row-width' }]
    const faults: RowError[] = []
    const addError = (field: ListField, reason: RowError['reason']): undefined => {
      faults.push({ line, ...this.#getPlace(field, cells), reason })
      return undefined
    }
    /** Returns undefined if there is no such column or its text is refused, and null if the cell is empty. */
    const readCell = (field: ListField): string | null | undefined => {
      const index = this.#columns[field]
      if (index === null) return undefined
      const written = unguard(cells[index])
      if (controlCharacters.test(written)) return addError(field, 'text-refused')
      return written === '' ? null : written
    }
    const check = (field: ListField, written: string | null | undefined, schema: z.ZodType<string>): string | null | undefined => {
      if (typeof written !== 'string') return written
      const read = schema.safeParse(written)
      return read.success ? read.data : addError(field, read.error.issues[0]?.message as RowError['reason'])
    }
    const readChecked = (field: ListField, schema: z.ZodType<string>) => check(field, readCell(field), schema)
    const readWord = <T>(field: ListField, read: (written: string) => T | undefined, reason: RowError['reason']): T | null | undefined => {
      const written = readCell(field)
      return typeof written === 'string' ? (read(written) ?? addError(field, reason)) : written
    }
    const readName = (): string | null | undefined => {
      const [first] = this.#nameParts
      if (first === undefined) return readChecked('name', nameSchema)
      const parts = this.#nameParts.map(readCell).filter((part) => typeof part === 'string')
      return check(first, parts.length === 0 ? null : joinName(parts), nameSchema)
    }
    const entity = readChecked('entity', entitySchema)
    const group = readWord('group', this.#parseGroup, 'no-such-group')
    const state = readWord('state', this.#parseState, 'state-unclear')
    const channel = readWord('channel', this.#parseChannel, 'no-such-channel')
    const details = {
      name: readName(),
      email: readChecked('email', emailSchema),
      language: readWord('language', this.#parseLanguage, 'language-unclear'),
      nameInRecord: readWord('nameInRecord', this.#parseConsent, 'consent-unclear'),
      externalId: readChecked('id', externalIdSchema),
      pronounced: readChecked('pronounced', pronouncedSchema),
      said: readChecked('said', saidSchema),
    }
    if (entity === null) addError('entity', 'text-empty')
    if (group === null) addError('group', 'text-empty')
    if (channel === null) addError('channel', 'text-empty')
    if (faults.length > 0 || !entity || !group || !channel) return faults
    return { line, entity, group: group.id, channel, comes: state !== 'left-out', details }
  }

  #getPlace(field: ListField, cells: readonly string[]): Pick<RowError, 'column' | 'letter' | 'value'> {
    const index = this.#columns[field] ?? 0
    const value = truncate(
      unguard(cells[index])
        .replace(allControlCharacters, '\ufffd')
        .slice(0, maxShownValue * 4),
      maxShownValue,
    )
    return { column: this.#header[index] ?? field, letter: getColumnLetter(index), value: value === '' ? null : value }
  }
}

/** Removes the guard that our own lists put before a text that a spreadsheet could read as a formula. */
const unguard = (cell = ''): string => (cell.startsWith("'") && beginsFormula(cell.slice(1)) ? cell.slice(1) : cell).trim()

/** Caches results, because lists contain the same few words thousands of times. */
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
