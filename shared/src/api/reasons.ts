/** Every refusal over HTTP: a kebab-case reason with its status. */
import { type Rejection, rejections } from '../contract/rejections.ts'

/** A command that the session refuses conflicts with the current state, unless the list below specifies otherwise. */
const rejectionStatuses = Object.fromEntries(rejections.map((reason) => [reason, reason.startsWith('no-such-') ? 404 : 409])) as Readonly<
  Record<Rejection, 404 | 409>
>

export const httpStatuses = {
  ...rejectionStatuses,
  malformed: 400,
  'organizer-only': 401,
  forbidden: 403,
  'foreign-origin': 403,
  'walk-ins-closed': 403,
  'walk-ins-full': 403,
  'person-revoked': 403,
  'not-found': 404,
  'no-such-code': 404,
  'no-such-link': 404,
  'no-such-session': 404,
  'no-such-person': 404,
  'no-such-token': 404,
  'no-such-webhook': 404,
  'no-such-message': 404,
  'not-invited': 404,
  'no-such-organizer': 404,
  'first-organizer': 409,
  'session-started': 409,
  'session-running': 409,
  'session-closed': 409,
  'session-full': 409,
  'too-many-webhooks': 409,
  'too-many-texts': 409,
  'email-taken': 409,
  'mail-off': 409,
  'mailing-running': 409,
  'already-invited': 409,
  'too-large': 413,
  'json-only': 415,
  'list-only': 415,
  'no-such-group': 422,
  'address-not-allowed': 422,
  'address-unreachable': 422,
  'nobody-to-invite': 422,
  'group-in-use': 409,
  conflict: 409,
  'captions-not-utf8': 422,
  'captions-unreadable': 422,
  'caption-time-unclear': 422,
  'captions-after-now': 422,
  'words-not-kept': 409,
  'text-empty': 422,
  'text-too-long': 422,
  'text-refused': 422,
  'office-imitated': 422,
  'email-refused': 422,
  'id-refused': 422,
  'language-unclear': 422,
  'too-many-failures': 429,
  'too-many-requests': 429,
  'too-fast': 429,
  failed: 500,
  unavailable: 503,
} as const
export type HttpReason = keyof typeof httpStatuses

export const getHttpStatus = (reason: HttpReason): number => httpStatuses[reason]
