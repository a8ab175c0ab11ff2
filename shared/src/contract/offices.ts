/** The functions of the staff. Officers are admitted by function; a name, if one is given, is in the roster only. */

import type { PersonId } from './ids.ts'
import type { StaffRole } from './roles.ts'

/** The offices with the Chair's screen come first. */
export const offices = [
  'chair',
  'co-chair',
  'vice-chair',
  'secretariat',
  'secretary',
  'floor-secretary',
  'moderator',
  'rapporteur',
] as const
export type Office = (typeof offices)[number]

export const roleByOffice = {
  chair: 'chair',
  'co-chair': 'chair',
  'vice-chair': 'chair',
  secretariat: 'secretariat',
  secretary: 'secretariat',
  'floor-secretary': 'secretariat',
  moderator: 'secretariat',
  rapporteur: 'secretariat',
} as const satisfies Readonly<Record<Office, StaffRole>>

/** The entity of an officer without a country or delegation: the function, in English. Screens show it in the language of the reader. */
export const officeEntities = {
  chair: 'Chair',
  'co-chair': 'Co-Chair',
  'vice-chair': 'Vice-Chair',
  secretariat: 'Secretariat',
  secretary: 'Secretary of the meeting',
  'floor-secretary': 'Floor secretary',
  moderator: 'Moderator',
  rapporteur: 'Rapporteur',
} as const satisfies Readonly<Record<Office, string>>

/** The duties of an officer, who may change: floor and agenda; questions; notes and statements; the roster. */
export const duties = ['floor', 'questions', 'notes', 'people'] as const
export type Duty = (typeof duties)[number]

export type OfficeGrant = { readonly office: Office; readonly duties: readonly Duty[] }

/** `number`: counted from 1, among all who were ever admitted to the same office. */
export type OfficeHeld = OfficeGrant & { readonly number: number }

/**
 * An officer as the staff see one another. `presiding`: in the chair now. `ended`: their access has ended; their earlier acts still name
 * them.
 */
export type OfficerView = OfficeHeld & { readonly person: PersonId; readonly presiding: boolean; readonly ended: boolean }

/** Returns the duties of an office unless the organizer sets others. A rapporteur does not run the session. */
export const getUsualDuties = (office: Office): readonly Duty[] => (office === 'rapporteur' ? ['notes'] : duties)
