/**
 * Matches a row to a known person. It compares the id in the list, then the e-mail address, then the content of the row. It creates no
 * duplicates.
 */

import type { PersonId } from '@rostrum/shared/contract/ids'
import type { Admission, Person } from '@rostrum/shared/contract/people'
import type { Role } from '@rostrum/shared/contract/roles'
import type { RowError } from './list-errors.ts'
import { emptyDetails, type PersonDetails } from './roster.ts'
import type { RowPerson } from './row-reader.ts'

type MatchOutcome = 'fresh' | 'changed' | 'same' | 'revoked'
export type MatchedPerson = {
  readonly rowPerson: RowPerson
  readonly outcome: MatchOutcome
  readonly admission: Admission
  readonly details: PersonDetails
  /** The details that differ between the list and what was known. */
  readonly changes: Partial<PersonDetails>
}
export type KnownPeople = {
  readonly people: { get(person: PersonId): Person | undefined }
  readonly details: ReadonlyMap<PersonId, PersonDetails>
  /** The same words always give the same id, and nobody can guess the words from it. */
  readonly derivePersonId: (words: readonly string[]) => PersonId
}

type ColumnPlace = Pick<RowError, 'column' | 'letter'>

/** The roles that lists may contain. Officers are not in lists. */
const memberRoles: readonly Role[] = ['participant', 'panellist']

export class PersonMatcher {
  readonly #knownPeople: KnownPeople
  readonly #byExternalId = new Map<string, PersonId>()
  readonly #byEmail = new Map<string, PersonId>()
  /** The first line of each id and each address in the list. */
  readonly #seen = { externalId: new Map<string, number>(), email: new Map<string, number>() }
  readonly #taken = new Set<PersonId>()

  constructor(known: KnownPeople) {
    this.#knownPeople = known
    for (const [person, { externalId, email }] of known.details) {
      if (externalId !== null) this.#byExternalId.set(externalId, person)
      if (email !== null) this.#byEmail.set(normalizeEmail(email), person)
    }
  }

  match(rowPerson: RowPerson, getPlace: (field: 'id' | 'email') => ColumnPlace): MatchedPerson | readonly RowError[] {
    const { line, details } = rowPerson
    const email = details.email ? normalizeEmail(details.email) : null
    const externalId = details.externalId ?? null
    const faults = [
      ...this.#checkDuplicate('externalId', externalId, { line, ...getPlace('id'), value: externalId, reason: 'id-twice' }),
      ...this.#checkDuplicate('email', email, { line, ...getPlace('email'), value: details.email ?? null, reason: 'email-twice' }),
    ]
    const holder = email === null ? undefined : this.#byEmail.get(email)
    const before = this.#findById(externalId) ?? this.#findFreeHolder(holder, externalId)
    const isTaken = holder !== undefined && holder !== before
    if (isTaken || (before !== undefined && this.#taken.has(before)))
      faults.push({ line, ...getPlace('email'), value: details.email ?? null, reason: 'email-taken' })
    if (faults.length > 0) return faults
    const person = before ?? this.#deriveId(rowPerson, externalId, email)
    this.#taken.add(person)
    return this.#toMatch(rowPerson, person)
  }

  /** Finds a person by the id in the list. People without one are found by our own id, which our exported lists contain. */
  #findById(externalId: string | null): PersonId | undefined {
    if (externalId === null) return undefined
    const person = this.#knownPeople.people.get(externalId as PersonId)
    return this.#byExternalId.get(externalId) ?? (person && memberRoles.includes(person.role) ? person.id : undefined)
  }

  /** Returns the holder of the address, unless the list gives them another id. */
  #findFreeHolder(holder: PersonId | undefined, externalId: string | null): PersonId | undefined {
    if (holder === undefined) return undefined
    const known = this.#knownPeople.details.get(holder)?.externalId ?? null
    return externalId === null || known === null || known === externalId ? holder : undefined
  }

  #checkDuplicate(field: 'externalId' | 'email', value: string | null, fault: RowError): readonly RowError[] {
    if (value === null) return []
    const first = this.#seen[field].get(value)
    if (first !== undefined) return [{ ...fault, first }]
    this.#seen[field].set(value, fault.line)
    return []
  }

  #deriveId({ entity, group, channel, details }: RowPerson, externalId: string | null, email: string | null): PersonId {
    const row = [entity, group ?? '', channel, details.name ?? '']
    const words = externalId !== null ? ['id', externalId] : email !== null ? ['email', email] : ['row', ...row]
    const hasNoKey = externalId === null && email === null
    for (let nth = 1; ; nth += 1) {
      const id = this.#knownPeople.derivePersonId([...words, String(nth)])
      // Two equal rows are two people. They are the same two people when the list is imported again.
      if (!this.#taken.has(id) && (hasNoKey || !this.#knownPeople.details.has(id))) return id
    }
  }

  #toMatch(rowPerson: RowPerson, person: PersonId): MatchedPerson {
    const { entity, group, channel } = rowPerson
    const known = this.#knownPeople.people.get(person)
    const before = this.#knownPeople.details.get(person) ?? emptyDetails
    const details = mergeDetails(person, before, rowPerson.details)
    const admission: Admission = { person, role: known?.role ?? 'participant', entity, group, channel }
    const changes = pickChanges(before, details)
    const isSamePerson = known?.entity === entity && known.group === group && known.channel === channel
    const isUnchanged = isSamePerson && Object.keys(changes).length === 0
    const outcome = !known ? 'fresh' : known.revoked ? 'revoked' : isUnchanged ? 'same' : 'changed'
    return { rowPerson, admission, details, changes, outcome }
  }
}

export const normalizeEmail = (email: string): string => email.normalize('NFKC').toLowerCase()

const mergeDetails = (person: PersonId, before: PersonDetails, now: RowPerson['details']): PersonDetails => ({
  name: now.name === undefined ? before.name : now.name,
  email: now.email === undefined ? before.email : now.email,
  language: now.language === undefined ? before.language : now.language,
  nameInRecord: now.nameInRecord === undefined ? before.nameInRecord : now.nameInRecord,
  externalId: now.externalId === person ? before.externalId : (now.externalId ?? before.externalId),
  phone: before.phone,
  pronounced: now.pronounced === undefined ? before.pronounced : now.pronounced,
})

const pickChanges = (before: PersonDetails, now: PersonDetails): Partial<PersonDetails> =>
  Object.fromEntries(Object.entries(now).filter(([field, value]) => before[field as keyof PersonDetails] !== value))
