/**
 * Matches a row to a known person. It compares the id in the list, then the e-mail address, then the content of the row. It creates no
 * duplicates. People with different names can share a mailbox.
 */

import type { PersonId } from '@rostrum/shared/contract/ids'
import type { Admission, Person } from '@rostrum/shared/contract/people'
import { ordinaryRole, roleRules } from '@rostrum/shared/contract/roles'
import { foldForSearch } from '@rostrum/shared/kernel/fold-text'
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

export class PersonMatcher {
  readonly #knownPeople: KnownPeople
  readonly #byExternalId = new Map<string, PersonId>()
  readonly #byEmail = new Map<string, readonly PersonId[]>()
  /** The addresses that several rows of the list have. */
  readonly #shared: ReadonlySet<string>
  /** The first line of each id, and the rows of each address. */
  readonly #seenIds = new Map<string, number>()
  readonly #seenEmails = new Map<string, readonly RowPerson[]>()
  readonly #taken = new Set<PersonId>()

  /** `rows`: all rows that will be matched. */
  constructor(known: KnownPeople, rows: readonly RowPerson[]) {
    this.#knownPeople = known
    for (const [person, { externalId, email }] of known.details) {
      if (externalId !== null) this.#byExternalId.set(externalId, person)
      if (email !== null) this.#byEmail.set(normalizeEmail(email), [...this.#listHolders(normalizeEmail(email)), person])
    }
    const emails = rows.flatMap(({ details }) => (details.email ? [normalizeEmail(details.email)] : []))
    const once = new Set<string>()
    this.#shared = new Set(emails.filter((email) => once.size === once.add(email).size))
  }

  match(rowPerson: RowPerson, getPlace: (field: 'id' | 'email') => ColumnPlace): MatchedPerson | readonly RowError[] {
    const { line, details } = rowPerson
    const email = details.email ? normalizeEmail(details.email) : null
    const externalId = details.externalId ?? null
    const faults = [
      ...this.#checkId(externalId, { line, ...getPlace('id'), value: externalId, reason: 'id-twice' }),
      ...this.#checkEmail(email, rowPerson, { line, ...getPlace('email'), value: details.email ?? null, reason: 'email-twice' }),
    ]
    const holders = email === null ? [] : this.#listHolders(email)
    const before = this.#findById(externalId) ?? this.#findFreeHolder(holders, rowPerson)
    const isHolder = (person: PersonId) => canBeSameName(this.#getName(person), details.name)
    const isTaken = holders.some((holder) => holder !== before && !this.#taken.has(holder) && isHolder(holder))
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
    return this.#byExternalId.get(externalId) ?? (person && roleRules[person.role].maySpeak ? person.id : undefined)
  }

  #listHolders(email: string): readonly PersonId[] {
    return this.#byEmail.get(email) ?? []
  }
  #getName(person: PersonId): string | null {
    return this.#knownPeople.details.get(person)?.name ?? null
  }

  /** Returns the holder of the address, unless the list gives them another id. In a shared mailbox the name decides. */
  #findFreeHolder(holders: readonly PersonId[], { details }: RowPerson): PersonId | undefined {
    const free = holders.filter((holder) => {
      const known = this.#knownPeople.details.get(holder)?.externalId ?? null
      return !this.#taken.has(holder) && (!details.externalId || known === null || known === details.externalId)
    })
    const isShared = holders.length > 1 || this.#shared.has(normalizeEmail(details.email ?? ''))
    const named = free.find((holder) => canBeSameName(this.#getName(holder), details.name))
    return named ?? (isShared ? undefined : free[0])
  }

  #checkId(id: string | null, fault: RowError): readonly RowError[] {
    if (id === null) return []
    const first = this.#seenIds.get(id)
    if (first !== undefined) return [{ ...fault, first }]
    this.#seenIds.set(id, fault.line)
    return []
  }

  /** Two rows with one address are two people if both have a name and the names differ. */
  #checkEmail(email: string | null, row: RowPerson, fault: RowError): readonly RowError[] {
    if (email === null) return []
    const earlier = this.#seenEmails.get(email) ?? []
    const same = earlier.find(({ details }) => canBeSameName(details.name, row.details.name))
    if (same) return [{ ...fault, first: same.line }]
    this.#seenEmails.set(email, [...earlier, row])
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
    const admission: Admission = { person, role: known?.role ?? ordinaryRole, entity, group, channel }
    const changes = pickChanges(before, details)
    const isSamePerson = known?.entity === entity && known.group === group && known.channel === channel
    const isUnchanged = isSamePerson && Object.keys(changes).length === 0
    const outcome = !known ? 'fresh' : known.revoked ? 'revoked' : isUnchanged ? 'same' : 'changed'
    return { rowPerson, admission, details, changes, outcome }
  }
}

/** True if the names are the same, or one of them is not known. */
export const canBeSameName = (one: string | null | undefined, other: string | null | undefined): boolean =>
  !one || !other || foldForSearch(one) === foldForSearch(other)

export const normalizeEmail = (email: string): string => email.normalize('NFKC').toLowerCase()

const mergeDetails = (person: PersonId, before: PersonDetails, now: RowPerson['details']): PersonDetails => ({
  name: now.name === undefined ? before.name : now.name,
  email: now.email === undefined ? before.email : now.email,
  language: now.language === undefined ? before.language : now.language,
  nameInRecord: now.nameInRecord === undefined ? before.nameInRecord : now.nameInRecord,
  externalId: now.externalId === person ? before.externalId : (now.externalId ?? before.externalId),
  phone: before.phone,
  pronounced: now.pronounced === undefined ? before.pronounced : now.pronounced,
  said: now.said === undefined ? before.said : now.said,
})

const pickChanges = (before: PersonDetails, now: PersonDetails): Partial<PersonDetails> =>
  Object.fromEntries(Object.entries(now).filter(([field, value]) => before[field as keyof PersonDetails] !== value))
