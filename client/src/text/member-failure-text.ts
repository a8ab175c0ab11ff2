/** Why a request of a participant or panellist failed, as a sentence that tells what to do. Their phones load no words of the staff. */
import type { FailureOf } from '@rostrum/shared/api/operations'
import { findByReason } from '@rostrum/shared/api/reasons'
import type { AskedKey, PlainKey } from './catalogue.ts'
import type { AskedTranslate } from './messages.ts'

type BoothText = '/api/me/booth-text'
export type MemberReason = FailureOf<`${'GET' | 'PUT'} /api/me` | 'PUT /api/me/channel' | `${'GET' | 'PUT' | 'DELETE'} ${BoothText}`>

export const memberSentences = {
  'foreign-origin': 'refused.unavailable',
  'json-only': 'refused.unavailable',
  'no-connection': 'join.error.unreachable',
  'office-imitated': 'join.error.name',
  'session-closed': 'refusal.session-closed',
  'session-damaged': 'notice.readOnly.damaged',
  'text-empty': 'refusal.text-empty',
  'text-refused': 'refusal.text-refused',
  'text-too-long': 'refusal.text-too-long',
  'too-large': 'refusal.text-too-long',
  'too-many-requests': 'refused.tooFast',
  'too-many-texts': 'handIn.tooMany',
  failed: 'refused.unavailable',
  forbidden: 'refusal.forbidden',
  malformed: 'refused.malformed',
  unavailable: 'refused.unavailable',
} as const satisfies Readonly<Record<MemberReason, AskedKey & PlainKey>>

export const getMemberFailureText = (t: AskedTranslate, reason: MemberReason): string => t(findByReason(memberSentences, reason))
