/** People as the log knows them: an id, what they stand for, and what they may do. Names and addresses live apart. */
import type { Map as Table } from 'immutable'
import { z } from 'zod'
import type { Instant } from '../kernel/time.ts'
import { personId } from './field-schemas.ts'
import type { GroupId, PersonId } from './ids.ts'
import type { Channel, Role } from './roles.ts'

export const peopleCommands = {
  'people.revoke': z.strictObject({ person: personId }),
}

/** What a door of the server may ask for on somebody's behalf; never from a socket. */
export type Admission = {
  readonly person: PersonId
  readonly role: Role
  readonly entity: string
  readonly group: GroupId | null
  readonly channel: Channel
}

/** What somebody stands for from now on, and from where; what they asked before keeps what it had. */
export type Change = Omit<Admission, 'role'>

export type PeopleEvents = {
  'people.admitted': { readonly people: readonly Admission[] }
  'people.changed': { readonly people: readonly Change[] }
  'people.revoked': { readonly person: PersonId }
  /** Their link was made anew: whatever was opened with the old one ends. */
  'people.relinked': { readonly person: PersonId }
}

export type Person = {
  readonly id: PersonId
  readonly role: Role
  /** Organization or delegation. */
  readonly entity: string
  readonly group: GroupId | null
  readonly channel: Channel
  /** "Speaker 07": participants and panellists are numbered as they are admitted; 0 for others. */
  readonly number: number
  readonly admittedAt: Instant
  readonly revoked: boolean
  /** How often their link was made anew. */
  readonly renewals: number
}

export type PeopleState = { readonly all: Table<PersonId, Person>; readonly numbered: number }
