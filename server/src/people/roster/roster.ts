/** Personal details of members. They are stored outside the log, so that they can be deleted. */
import { setImmediate as yielded } from 'node:timers/promises'
import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import { type ListValue, valueFields } from '@rostrum/shared/contract/people-lists'
import { foldForSearch } from '@rostrum/shared/kernel/fold-text'
import { z } from 'zod'
import { parseRow, readRow } from '../../engine/store/rows.ts'
import type { Store } from '../../engine/store/store.ts'

const detailsRow = z.strictObject({
  name: z.string().nullable(),
  email: z.string().nullable(),
  /** A language tag: the language for letters to this person. */
  language: z.string().nullable(),
  /** Whether the record may contain the name next to the organization. Null: not known. */
  nameInRecord: z.boolean().nullable(),
  /** The id in the imported list. */
  externalId: z.string().nullable(),
  /** The number at which the secretariat reaches a called person who is not connected. */
  phone: z.string().nullable().default(null),
  /** The pronunciation of the name, for interpreters. */
  pronounced: z.string().nullable().default(null),
  /** The form of the name that the Chair says. */
  said: z.string().nullable().default(null),
})
export type PersonDetails = Readonly<z.infer<typeof detailsRow>>

export const emptyDetails: PersonDetails = {
  ...{ name: null, email: null, language: null, nameInRecord: null, externalId: null, phone: null, pronounced: null, said: null },
}

const valueRow = z.strictObject({ field: z.enum(valueFields), written: z.string(), value: z.string() })
const makeValueKey = ({ field, written }: Omit<ListValue, 'value'>): string => `${field} ${foldForSearch(written)}`

const countsRow = z.strictObject({
  rows: z.number(),
  fresh: z.number(),
  changed: z.number(),
  same: z.number(),
  revoked: z.number(),
  leftOut: z.number().default(0),
})
/**
 * The result of an import: the rows, and how many people are new, changed, unchanged, revoked, or left out by the state of their
 * registration. Revoked people are not imported.
 */
export type ImportCounts = Readonly<z.infer<typeof countsRow>>

/** The number of people that are read or stored at a time. */
const pieceSize = 1_000

const personalTables = ['roster', 'typed-names', 'imports', 'check-ins', 'mail', 'list-values'] as const

type SaveListener = (session: SessionId, people: readonly (readonly [PersonId, PersonDetails])[]) => void

export class Roster {
  readonly #store: Store
  readonly #eraseListeners = new Set<(session: SessionId) => void>()
  readonly #saveListeners = new Set<SaveListener>()

  constructor(store: Store) {
    this.#store = store
  }

  /** Whether other nodes may change the roster too. */
  get isShared(): boolean {
    return this.#store.nodes !== null
  }

  /** Calls the listener with the details that this node has stored. */
  onSaved(listener: SaveListener): void {
    this.#saveListeners.add(listener)
  }

  async save(session: SessionId, person: PersonId, details: PersonDetails): Promise<void> {
    await this.#store.put(`roster/${session}`, person, details)
    this.#notifySaved(session, [[person, details]])
  }

  /** Changes only the given fields. Fields that somebody else changes at the same time are kept. */
  async update(session: SessionId, person: PersonId, changes: Partial<PersonDetails>): Promise<PersonDetails> {
    await this.updateAll(session, [[person, changes]])
    return await this.get(session, person)
  }

  /** Updates many people in pieces, between which the event loop does other work. If it is interrupted, it can be repeated. */
  async updateAll(session: SessionId, people: readonly (readonly [PersonId, Partial<PersonDetails>])[]): Promise<void> {
    const table = `roster/${session}` as const
    for (let left = people; left.length > 0; ) {
      const piece = left.slice(0, pieceSize)
      const rows = await Promise.all(
        piece.map(async ([key, changes]) => {
          const before = await this.#store.get(table, key)
          return { key, before, value: { ...emptyDetails, ...(before === null ? null : parseRow(table, detailsRow, before)), ...changes } }
        }),
      )
      const changedMeanwhile = new Set(await this.#store.replaceAll(table, rows))
      const stored = rows.filter(({ key }) => !changedMeanwhile.has(key))
      this.#notifySaved(
        session,
        stored.map(({ key, value }) => [key, value] as const),
      )
      left = [...piece.filter(([person]) => changedMeanwhile.has(person)), ...left.slice(pieceSize)]
    }
  }

  /** Stores details only if there are none yet, so that a repeated request changes nothing. */
  async saveNew(session: SessionId, person: PersonId, details: PersonDetails): Promise<void> {
    if (await this.#store.putNew(`roster/${session}`, person, details)) this.#notifySaved(session, [[person, details]])
  }

  /** Saves in pieces, between which the event loop does other work. If it is interrupted, it can be repeated. */
  async saveAll(session: SessionId, people: readonly (readonly [PersonId, PersonDetails])[]): Promise<void> {
    for (let begin = 0; begin < people.length; begin += pieceSize) {
      const piece = people.slice(begin, begin + pieceSize)
      await this.#store.putAll(`roster/${session}`, piece)
      this.#notifySaved(session, piece)
    }
  }

  async get(session: SessionId, person: PersonId): Promise<PersonDetails> {
    return (await readRow(this.#store, `roster/${session}`, person, detailsRow)) ?? emptyDetails
  }

  async list(session: SessionId): Promise<ReadonlyMap<PersonId, PersonDetails>> {
    const people = new Map<PersonId, PersonDetails>()
    const table = `roster/${session}` as const
    for (const [person, row] of await this.#store.list(table)) {
      if (people.size % pieceSize === 0) await yielded()
      people.set(person as PersonId, parseRow(table, detailsRow, row))
    }
    return people
  }

  /** Whether personal data of a session is stored. */
  async hasData(session: SessionId): Promise<boolean> {
    for (const table of personalTables) if ((await this.#store.list(`${table}/${session}`)).length > 0) return true
    return false
  }

  /** Returns the result of an earlier import of the same file, or null. */
  async findImport(session: SessionId, key: string): Promise<ImportCounts | null> {
    return await readRow(this.#store, `imports/${session}`, key, countsRow)
  }

  async saveImport(session: SessionId, key: string, counts: ImportCounts): Promise<void> {
    await this.#store.put(`imports/${session}`, key, counts)
  }

  /** Lists what was matched in earlier lists of the session, in a fixed order. */
  async listValues(session: SessionId): Promise<readonly ListValue[]> {
    const table = `list-values/${session}` as const
    const rows = await this.#store.list(table)
    return rows.map(([, row]) => parseRow(table, valueRow, row)).sort((one, other) => (makeValueKey(one) < makeValueKey(other) ? -1 : 1))
  }

  async saveValue(session: SessionId, value: ListValue): Promise<void> {
    await this.#store.put(`list-values/${session}`, makeValueKey(value), value)
  }

  async removeValue(session: SessionId, value: Omit<ListValue, 'value'>): Promise<void> {
    await this.#store.delete(`list-values/${session}`, makeValueKey(value))
  }

  /** Calls the listener when the personal data of a session was deleted, so that caches are cleared. */
  onErased(listener: (session: SessionId) => void): void {
    this.#eraseListeners.add(listener)
  }

  /**
   * Durably deletes names, pronunciations, addresses, languages, consents, check-ins and the state of mail. Waiting mail is not sent. The
   * log still has everybody by number. Returns how many people had details.
   */
  async erase(session: SessionId): Promise<number> {
    const { length } = await this.#store.list(`roster/${session}`)
    await this.#store.clear(`imports/${session}`)
    await this.#store.clear(`list-values/${session}`)
    await this.#store.clear(`typed-names/${session}`)
    await this.#store.clear(`check-ins/${session}`)
    await this.#store.delete('mailings', session)
    await this.#store.clear(`mail/${session}`)
    await this.#store.clear(`roster/${session}`)
    for (const listener of this.#eraseListeners) listener(session)
    return length
  }

  #notifySaved(...[session, people]: Parameters<SaveListener>): void {
    for (const listener of this.#saveListeners) listener(session, people)
  }
}
