/** Whom a listed person is: by the id of the list, then by the address, then as the same row would be again. Nobody is doubled. */

import type { PersonId } from '@rostrum/shared/contract/ids'
import type { Admission, Person } from '@rostrum/shared/contract/people'
import type { Role } from '@rostrum/shared/contract/roles'
import type { RowFault } from './list-errors.ts'
import { type Details, noDetails } from './roster.ts'
import type { ListedPerson } from './row-reader.ts'

export type Outcome = 'fresh' | 'changed' | 'same' | 'revoked'
export type Matched = { readonly listed: ListedPerson; readonly outcome: Outcome; readonly admission: Admission; readonly details: Details }
export type Known = {
  readonly people: { get(person: PersonId): Person | undefined }
  readonly details: ReadonlyMap<PersonId, Details>
  /** The same for the same words, and nobody can guess words from it. */
  readonly idFor: (words: readonly string[]) => PersonId
}

/** Offices are in no list. */
const speaking: readonly Role[] = ['participant', 'panellist']

export class Matching {
  readonly #known: Known
  readonly #byExternal = new Map<string, PersonId>()
  readonly #byEmail = new Map<string, PersonId>()
  /** Where in the list an id or an address stands first. */
  readonly #seen = { external: new Map<string, number>(), email: new Map<string, number>() }
  readonly #taken = new Set<PersonId>()

  constructor(known: Known) {
    this.#known = known
    for (const [person, { external, email }] of known.details) {
      if (external !== null) this.#byExternal.set(external, person)
      if (email !== null) this.#byEmail.set(sameEmail(email), person)
    }
  }

  match(listed: ListedPerson, columnOf: (field: 'id' | 'email') => string | null): Matched | readonly RowFault[] {
    const { line, details } = listed
    const email = details.email ? sameEmail(details.email) : null
    const external = details.external ?? null
    const faults = [
      ...this.#twice('external', external, line, columnOf('id'), 'id-twice'),
      ...this.#twice('email', email, line, columnOf('email'), 'email-twice'),
    ]
    const holder = email === null ? undefined : this.#byEmail.get(email)
    const before = this.#byId(external) ?? this.#free(holder, external)
    const another = holder !== undefined && holder !== before
    if (another || (before !== undefined && this.#taken.has(before))) faults.push({ line, column: columnOf('email'), why: 'email-taken' })
    if (faults.length > 0) return faults
    const person = before ?? this.#newId(listed, external, email)
    this.#taken.add(person)
    return this.#matched(listed, person)
  }

  /** By the id of their list; whoever came without one, by ours, as our own lists name them. */
  #byId(external: string | null): PersonId | undefined {
    if (external === null) return undefined
    const person = this.#known.people.get(external as PersonId)
    return this.#byExternal.get(external) ?? (person && speaking.includes(person.role) ? person.id : undefined)
  }

  /** Whoever has the address is meant, unless the list knows them by another id. */
  #free(holder: PersonId | undefined, external: string | null): PersonId | undefined {
    if (holder === undefined) return undefined
    const known = this.#known.details.get(holder)?.external ?? null
    return external === null || known === null || known === external ? holder : undefined
  }

  #twice(
    of: 'external' | 'email',
    value: string | null,
    line: number,
    column: string | null,
    why: 'id-twice' | 'email-twice',
  ): readonly RowFault[] {
    if (value === null) return []
    const first = this.#seen[of].get(value)
    if (first !== undefined) return [{ line, column, why, first }]
    this.#seen[of].set(value, line)
    return []
  }

  #newId({ entity, group, channel, details }: ListedPerson, external: string | null, email: string | null): PersonId {
    const row = [entity, group ?? '', channel, details.name ?? '']
    const words = external !== null ? ['id', external] : email !== null ? ['email', email] : ['row', ...row]
    const nameless = external === null && email === null
    for (let nth = 1; ; nth += 1) {
      const id = this.#known.idFor([...words, String(nth)])
      // Two rows that say the same are two people; the same two when the list comes again.
      if (!this.#taken.has(id) && (nameless || !this.#known.details.has(id))) return id
    }
  }

  #matched(listed: ListedPerson, person: PersonId): Matched {
    const { entity, group, channel } = listed
    const known = this.#known.people.get(person)
    const before = this.#known.details.get(person) ?? noDetails
    const details = said(person, before, listed.details)
    const admission: Admission = { person, role: known?.role ?? 'participant', entity, group, channel }
    const stays = known?.entity === entity && known.group === group && known.channel === channel && sameDetails(before, details)
    return { listed, admission, details, outcome: !known ? 'fresh' : known.revoked ? 'revoked' : stays ? 'same' : 'changed' }
  }
}

export const sameEmail = (email: string): string => email.normalize('NFKC').toLowerCase()

const said = (person: PersonId, before: Details, now: ListedPerson['details']): Details => ({
  name: now.name === undefined ? before.name : now.name,
  email: now.email === undefined ? before.email : now.email,
  language: now.language === undefined ? before.language : now.language,
  named: now.named === undefined ? before.named : now.named,
  external: now.external === person ? before.external : (now.external ?? before.external),
})

const sameDetails = (a: Details, b: Details): boolean => (Object.keys(a) as (keyof Details)[]).every((field) => a[field] === b[field])
