/** People as the log knows them: id, entity, group, channel and role. Names and addresses are stored in the roster only. */
import type { Map as Table } from 'immutable'
import { z } from 'zod'
import type { Instant } from '../kernel/time.ts'
import type { Channel } from './channels.ts'
import { defineCommand, final } from './command.ts'
import { personIdSchema } from './field-schemas.ts'
import type { GroupId, PersonId } from './ids.ts'
import type { Duty, OfficeGrant, OfficeHeld } from './offices.ts'
import type { Role } from './roles.ts'
import type { SpokenLanguage } from './spoken-language.ts'

export const peopleCommands = {
  'people.confirm': defineCommand(
    'Confirms that a person who joined by code belongs to the organization that they named.',
    z.strictObject({ person: personIdSchema }),
    final,
  ),
  'people.revoke': defineCommand('Ends a person’s access to the session.', z.strictObject({ person: personIdSchema }), final),
  'people.hand-chair': defineCommand(
    'Hands the chair over to an officer with the Chair’s screen, or takes it back. `expectedPresiding`: who is in the chair.',
    z.strictObject({ to: personIdSchema, expectedPresiding: personIdSchema.nullable() }),
    final,
  ),
}

/** Reasons why a command of this feature is refused. */
export const peopleRejections = [
  'no-such-person',
  'person-revoked',
  'no-such-group',
  'group-in-use', // people of this group are registered or waiting in the queue
  'walk-ins-closed',
  'walk-ins-full', // everybody who may join by code has joined
  'cannot-preside', // not an officer with the Chair's screen
] as const

/** Data to admit one person. They come from the server's own HTTP routes, never from a socket. */
export type Admission = {
  readonly person: PersonId
  readonly role: Role
  readonly entity: string
  readonly group: GroupId | null
  readonly channel: Channel
  /** For the staff. Without it, the person is a chair or a secretariat with all duties. */
  readonly office?: OfficeGrant
  /** For interpreters: the language into which they interpret. */
  readonly booth?: SpokenLanguage
  /** Joined by code, and was not registered before. `claims`: readers could mistake the name for that of a registered organization. */
  readonly walkIn?: true | 'claims'
}

/** The new entity, group and channel of a person. Earlier requests and questions do not change. */
export type PersonUpdate = Omit<Admission, 'role' | 'office' | 'booth' | 'walkIn'>

/**
 * The state of a person who joined by code. `free`: nobody of the organization that they named is registered. `claims`: somebody is, so
 * the staff must confirm. `confirmed`: the staff have.
 */
export type WalkInStatus = 'free' | 'claims' | 'confirmed'

/** An organization of which somebody has access. */
export type Organization = {
  /** As the first of its people wrote it who is registered or confirmed, or else the first who joined by code. */
  readonly name: string
  readonly group: GroupId | null
  readonly people: number
  /** How many of them are registered, or were confirmed. */
  readonly known: number
}

export type PeopleEvents = {
  'people.admitted': { readonly people: readonly Admission[] }
  'people.changed': { readonly people: readonly PersonUpdate[] }
  'people.confirmed': { readonly person: PersonId }
  /** These joined by code under names that read as those of organizations which are registered since. They are to be confirmed. */
  'people.claims-found': { readonly people: readonly PersonId[] }
  'people.revoked': { readonly person: PersonId }
  /** Access that had ended was restored. The person gets a new link. */
  'people.reinstated': { readonly person: PersonId }
  /** The person's link was renewed. Connections opened with the old link end. */
  'people.link-renewed': { readonly person: PersonId }
  /** The duties of an officer from now on. */
  'people.duties-set': { readonly person: PersonId; readonly duties: readonly Duty[] }
  /** The number of people who may join by code, in all. */
  'people.walk-in-places-set': { readonly places: number }
  'people.chair-handed': { readonly to: PersonId; readonly by: PersonId }
}

export type Person = {
  readonly id: PersonId
  readonly role: Role
  /** The office of the staff; null for all others. */
  readonly office: OfficeHeld | null
  /** For interpreters: the language into which they interpret. */
  readonly booth?: SpokenLanguage
  /** Organization or delegation. */
  readonly entity: string
  readonly group: GroupId | null
  readonly channel: Channel
  /** For "Speaker 07": participants and panellists get numbers in the order of admission. 0 for others. */
  readonly number: number
  readonly admittedAt: Instant
  /** Only for people who joined by code. */
  readonly walkIn?: WalkInStatus
  readonly revoked: boolean
  /** How often the person's link was renewed. */
  readonly linkRenewals: number
}

export type PeopleState = {
  readonly all: Table<PersonId, Person>
  /** The organizations of the participants, by their folded names. */
  readonly organizations: Table<string, Organization>
  /** The numbers of those who claim an organization and are not confirmed. */
  readonly toConfirm: readonly number[]
  /**
   * The names of organizations that people claim, and those that they claimed before, as long as the staff have not confirmed the person
   * under that name. Folded, by person. Neither another name nor the end of the access removes one.
   */
  readonly claimed: Table<PersonId, readonly string[]>
  /** The numbers of those who joined by code, follow from afar and are not confirmed. They have no link to the meeting. */
  readonly afar: readonly number[]
  /** Everybody who is not a participant, in the order of admission. */
  readonly notParticipants: readonly PersonId[]
  readonly lastNumber: number
  /** The number of people who joined by code. */
  readonly walkIns: number
  /** The number of people who may join by code; null as long as the number in the plan applies. */
  readonly walkInPlaces: number | null
  /** The officer to whom the chair was handed; null if it was not. */
  readonly handedTo: PersonId | null
}
