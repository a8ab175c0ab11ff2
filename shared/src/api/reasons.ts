/** Every reason for which a request over HTTP is refused: kebab-case, with its status. The client may load this file. */
import type { ListErrorReason } from '../contract/people-lists.ts'
import type { Rejection } from '../contract/rejections.ts'

const httpStatuses = {
  malformed: 400,
  'organizer-only': 403,
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
  'session-damaged': 409,
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
  'template-macros': 422,
  'template-links': 422,
  'template-unreadable': 422,
  'no-pdf': 409,
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
  'id-taken': 422,
  'language-unclear': 422,
  'too-many-failures': 429,
  'too-many-requests': 429,
  'too-fast': 429,
  failed: 500,
  unavailable: 503,
} as const
/** A reason that is sent alone, or with the field that is at fault. A command is refused over HTTP for the reasons of the session too. */
export type PlainReason = Rejection | keyof typeof httpStatuses
/** A reason that is sent with all errors of a file or plan. The status is 422. */
export type DetailedReason = ListErrorReason | 'plan-refused' | 'rows-refused'
export type HttpReason = PlainReason | DetailedReason
/** Why a request failed. The client adds one reason of its own: nothing answered. */
export type FailureReason = HttpReason | 'no-connection'

const statuses: Readonly<Partial<Record<PlainReason, number>>> = httpStatuses
/** A command that the session refuses conflicts with the current state, unless the table specifies otherwise. */
export const getHttpStatus = (reason: PlainReason): number => statuses[reason] ?? (reason.startsWith('no-such-') ? 404 : 409)

/** The reasons that concern who asks. Their status is 401 for a request with no secret, or with one that opens nothing. */
const accessReasons = ['organizer-only', 'forbidden'] as const satisfies readonly PlainReason[]
export const isAccessReason = (reason: PlainReason): boolean => accessReasons.some((one) => one === reason)

type ReasonWith<Status> = {
  [R in keyof typeof httpStatuses]: (typeof httpStatuses)[R] extends Status ? R : never
}[keyof typeof httpStatuses]
/** The statuses say which these are. They are listed, because the first page of a phone has no room for the statuses. */
const passingReasons = {
  'too-many-failures': true,
  'too-many-requests': true,
  'too-fast': true,
  failed: true,
  unavailable: true,
  'no-connection': true,
} as const satisfies Readonly<Record<ReasonWith<429 | 500 | 503> | 'no-connection', true>>
export type PassingReason = keyof typeof passingReasons
/** True if the same request may succeed later. For all other reasons something must change first. */
export const isPassing = (reason: FailureReason): boolean => Object.hasOwn(passingReasons, reason)

/**
 * Returns the meaning of a reason. A newer server may have a reason that the page does not know: it counts as `failed`. This is decided
 * here and not where the answer arrives, because the first page of a phone has no room for a list of all reasons.
 */
export const findByReason = <T>(meanings: Readonly<Partial<Record<string, T>>> & { readonly failed: T }, reason: string): T =>
  meanings[reason] ?? meanings.failed
