/** The reason why the roster did not change, as a sentence that tells what to do, and the field concerned. */
import type { MessageKey } from '../../text/catalogue.ts'
import type { Translate } from '../../text/messages.ts'

const rosterMessages = {
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
  'mail-off': 'people.mail.off',
  'mailing-running': 'people.mail.alreadyRunning',
  'nobody-to-invite': 'people.mail.nobody',
  'already-invited': 'people.mail.alreadyInvited',
  'not-invited': 'people.mail.notInvited',
  'session-closed': 'refusal.session-closed',
  'walk-ins-closed': 'refusal.walk-ins-closed',
  conflict: 'people.mail.changed',
  'too-large': 'people.import.tooLarge',
  'list-only': 'people.import.unreadable',
  forbidden: 'refusal.forbidden',
  'no-connection': 'join.error.unreachable',
  'too-many-requests': 'refused.tooFast',
  malformed: 'refused.malformed',
} as const satisfies Readonly<Record<string, MessageKey>>

export const getRosterRefusalText = (t: Translate, reason: string): string =>
  t(Object.hasOwn(rosterMessages, reason) ? rosterMessages[reason as keyof typeof rosterMessages] : 'refused.unavailable')

export const isEmailError = (reason: string | null): boolean => reason === 'email-refused' || reason === 'email-taken'
export const isEntityError = (reason: string | null): boolean => reason === 'text-empty'
