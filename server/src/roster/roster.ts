/** What is known of people beside their place in the session: apart from the log, so that it can be forgotten. */
import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import { z } from 'zod'
import type { Store } from '../store/store.ts'

const detailsRow = z.strictObject({
  name: z.string().nullable(),
  email: z.string().nullable(),
  /** A language tag: the one in which they would be written to. */
  language: z.string().nullable(),
  /** Whether the name may stand in the record beside the organization; null where nobody has said so. */
  named: z.boolean().nullable(),
  /** Their id in the list that they were imported from. */
  external: z.string().nullable(),
})
export type Details = Readonly<z.infer<typeof detailsRow>>

/** Far beyond any hall; a bound for whoever has a code and no good intent, or a list too many. */
export const mostPeople = 40_000

export const noDetails: Details = { name: null, email: null, language: null, named: null, external: null }

const countsRow = z.strictObject({
  rows: z.number(),
  fresh: z.number(),
  changed: z.number(),
  same: z.number(),
  revoked: z.number(),
})
/** What an import comes to: how many are new, said differently now, as they were, and left out because their part has ended. */
export type Counts = Readonly<z.infer<typeof countsRow>>

type Remembered = (session: SessionId, people: readonly (readonly [PersonId, Details])[]) => void

export class Roster {
  readonly #store: Store
  readonly #forgotten = new Set<(session: SessionId) => void>()
  readonly #remembered = new Set<Remembered>()

  constructor(store: Store) {
    this.#store = store
  }

  /** Whether other nodes may change it too. */
  get shared(): boolean {
    return this.#store.nearby !== null
  }

  /** Called with what this node has written of people. */
  onRemembered(listener: Remembered): void {
    this.#remembered.add(listener)
  }

  async remember(session: SessionId, person: PersonId, details: Details): Promise<void> {
    await this.#store.put(`roster/${session}`, person, details)
    this.#tell(session, [[person, details]])
  }

  /** Only what is said, beside what is known. */
  async amend(session: SessionId, person: PersonId, said: Partial<Details>): Promise<Details> {
    const details = { ...(await this.of(session, person)), ...said }
    await this.remember(session, person, details)
    return details
  }

  /** Only where nothing is known yet: whoever asks twice says nothing new. */
  async rememberNew(session: SessionId, person: PersonId, details: Details): Promise<void> {
    if (await this.#store.putNew(`roster/${session}`, person, details)) this.#tell(session, [[person, details]])
  }

  /** All of them or none. */
  async rememberAll(session: SessionId, people: readonly (readonly [PersonId, Details])[]): Promise<void> {
    await this.#store.putAll(`roster/${session}`, people)
    this.#tell(session, people)
  }

  async of(session: SessionId, person: PersonId): Promise<Details> {
    return detailsRow.nullable().parse(await this.#store.get(`roster/${session}`, person)) ?? noDetails
  }

  async all(session: SessionId): Promise<ReadonlyMap<PersonId, Details>> {
    const rows = await this.#store.list(`roster/${session}`)
    return new Map(rows.map(([person, row]) => [person as PersonId, detailsRow.parse(row)]))
  }

  /** Whether anything is kept of a session's people. */
  async knows(session: SessionId): Promise<boolean> {
    const tables = [`roster/${session}`, `imports/${session}`, `arrivals/${session}`] as const
    for (const table of tables) if ((await this.#store.list(table)).length > 0) return true
    return false
  }

  /** What the same file came to when it was imported before; null where it was not. */
  async imported(session: SessionId, key: string): Promise<Counts | null> {
    return countsRow.nullable().parse(await this.#store.get(`imports/${session}`, key))
  }

  async noteImport(session: SessionId, key: string, counts: Counts): Promise<void> {
    await this.#store.put(`imports/${session}`, key, counts)
  }

  /** Called when the people of a session have been forgotten, for whoever remembers something of them. */
  onForgotten(listener: (session: SessionId) => void): void {
    this.#forgotten.add(listener)
  }

  /** Names, addresses, languages, consents and who had come are gone when it resolves. Who took part stays in the log, by number. */
  async forget(session: SessionId): Promise<number> {
    const { length } = await this.#store.list(`roster/${session}`)
    await this.#store.clear(`imports/${session}`)
    await this.#store.clear(`arrivals/${session}`)
    await this.#store.clear(`roster/${session}`)
    for (const listener of this.#forgotten) listener(session)
    return length
  }

  #tell(...[session, people]: Parameters<Remembered>): void {
    for (const listener of this.#remembered) listener(session, people)
  }
}
