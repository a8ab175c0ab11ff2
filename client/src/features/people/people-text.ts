/** Why the roster was not changed, as a sentence that says what to do, and which field it concerns. */
import type { Key } from '../../text/catalogue.ts'
import type { Speak } from '../../text/messages.ts'

const sayings = {
  'text-empty': 'people.refused.entity',
  'text-too-long': 'refusal.text-too-long',
  'text-refused': 'refusal.text-refused',
  'office-imitated': 'people.refused.office',
  'email-refused': 'people.refused.email',
  'email-taken': 'people.refused.emailTaken',
  'language-unclear': 'people.refused.language',
  'no-such-group': 'refusal.no-such-group',
  'no-such-person': 'refusal.no-such-person',
  'person-revoked': 'refusal.person-revoked',
  'session-full': 'people.refused.full',
  'rows-refused': 'people.import.allOrNothing',
  'too-large': 'people.import.tooLarge',
  'csv-only': 'people.import.notCsv',
  forbidden: 'refusal.forbidden',
  'no-connection': 'join.error.unreachable',
  'too-many-requests': 'refused.tooFast',
  malformed: 'refused.malformed',
} as const satisfies Readonly<Record<string, Key>>

export const peopleRefusal = (t: Speak, why: string): string =>
  t(Object.hasOwn(sayings, why) ? sayings[why as keyof typeof sayings] : 'refused.unavailable')

export const concernsEmail = (why: string | null): boolean => why === 'email-refused' || why === 'email-taken'
export const concernsEntity = (why: string | null): boolean => why === 'text-empty'
