/** A row of a list becomes a person, or what is wrong with it. Texts stay as they are written: nothing is re-cased. */

import type { GroupId } from '@rostrum/shared/contract/ids'
import type { Group } from '@rostrum/shared/contract/plan'
import type { Channel } from '@rostrum/shared/contract/roles'
import type { z } from 'zod'
import type { Columns, Field } from './column-map.ts'
import type { CsvRow } from './csv-reader.ts'
import { emailField, entityField, externalField, nameField } from './field-schemas.ts'
import { folded } from './folded.ts'
import type { RowFault } from './list-errors.ts'
import type { Details } from './roster.ts'
import { channelIn, consentIn, languageIn, noGroup } from './value-spellings.ts'

/** A field is undefined where the list has no such column: then what was known before stays. */
export type ListedPerson = {
  readonly line: number
  readonly entity: string
  readonly group: GroupId | null
  readonly channel: Channel
  readonly details: { readonly [D in keyof Details]: Details[D] | undefined }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are refused
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/
/** As our own lists write what a spreadsheet would take for a formula. */
const guarded = /^'(?=[=+\-@＝＋－＠])/

export class RowReader {
  readonly #header: readonly string[]
  readonly #columns: Columns
  readonly #group: (written: string) => { readonly id: GroupId | null } | undefined
  readonly #channel = once(channelIn)
  readonly #language = once(languageIn)
  readonly #consent = once(consentIn)

  constructor(header: readonly string[], columns: Columns, groups: readonly Group[]) {
    this.#header = header
    this.#columns = columns
    const known = new Map<string, { readonly id: GroupId | null }>([
      ...noGroup.map((word) => [folded(word), { id: null }] as const),
      ...groups.flatMap(({ id, label, short }) => [id, label, short].map((name) => [folded(name), { id }] as const)),
    ])
    this.#group = once((written) => known.get(folded(written)))
  }

  read({ line, cells }: CsvRow): ListedPerson | readonly RowFault[] {
    if (cells.length !== this.#header.length) return [{ line, column: null, why: 'row-width' }]
    const faults: RowFault[] = []
    const fault = (field: Field, why: RowFault['why']): undefined => {
      faults.push({ line, column: this.#header[this.#columns[field] ?? 0] ?? field, why })
      return undefined
    }
    /** Undefined where there is no such column, null where the cell is empty. */
    const cell = (field: Field): string | null | undefined => {
      const index = this.#columns[field]
      if (index === null) return undefined
      const written = (cells[index] ?? '').replace(guarded, '').trim()
      if (control.test(written)) return fault(field, 'text-refused')
      return written === '' ? null : written
    }
    const checked = (field: Field, schema: z.ZodType<string>): string | null | undefined => {
      const written = cell(field)
      if (typeof written !== 'string') return written
      const read = schema.safeParse(written)
      return read.success ? read.data : fault(field, read.error.issues[0]?.message as RowFault['why'])
    }
    const worded = <T>(field: Field, read: (written: string) => T | undefined, why: RowFault['why']): T | null | undefined => {
      const written = cell(field)
      return typeof written === 'string' ? (read(written) ?? fault(field, why)) : written
    }
    const entity = checked('entity', entityField)
    const group = worded('group', this.#group, 'no-such-group')
    const channel = worded('channel', this.#channel, 'no-such-channel')
    const details = {
      name: checked('name', nameField),
      email: checked('email', emailField),
      language: worded('language', this.#language, 'language-unclear'),
      named: worded('named', this.#consent, 'consent-unclear'),
      external: checked('id', externalField),
    }
    if (entity === null) fault('entity', 'text-empty')
    if (group === null) fault('group', 'text-empty')
    if (channel === null) fault('channel', 'text-empty')
    if (faults.length > 0 || !entity || !group || !channel) return faults
    return { line, entity, group: group.id, channel, details }
  }
}

/** Lists say the same few words thousands of times. */
function once<T>(read: (written: string) => T): (written: string) => T {
  const known = new Map<string, T>()
  return (written) => {
    const before = known.get(written)
    if (before !== undefined) return before
    const made = read(written)
    known.set(written, made)
    return made
  }
}
