/** The reasons for which nobody joins: a sentence that tells what to do, and the field concerned. */
import type { FailureOf } from '@rostrum/shared/api/operations'
import { findByReason } from '@rostrum/shared/api/reasons'
import type { AskedKey, PlainKey } from '../../text/catalogue.ts'

/** `short`: the code is not complete, so the server was not asked. */
export type JoinReason = FailureOf<'POST /api/codes' | 'POST /api/tickets'> | 'short'
type JoinError = { readonly key: AskedKey & PlainKey; readonly field: 'code' | 'entity' | 'group' | null }

const notDone: JoinError = { key: 'refused.unavailable', field: null }
const tooMany: JoinError = { key: 'join.error.tooMany', field: null }

const joinErrors: Readonly<Record<JoinReason, JoinError>> = {
  'foreign-origin': notDone,
  'json-only': notDone,
  'no-connection': { key: 'join.error.unreachable', field: null },
  'no-such-code': { key: 'join.error.code', field: 'code' },
  'no-such-group': { key: 'join.error.group', field: 'group' },
  'no-such-link': { key: 'join.error.link', field: null },
  'person-revoked': { key: 'refusal.person-revoked', field: null },
  'session-closed': { key: 'refusal.session-closed', field: 'code' },
  'session-damaged': { key: 'notice.readOnly.damaged', field: null },
  'session-full': { key: 'join.error.full', field: null },
  'text-empty': { key: 'join.error.entity', field: 'entity' },
  'text-refused': { key: 'join.error.name', field: 'entity' },
  'text-too-long': { key: 'refusal.text-too-long', field: 'entity' },
  'too-large': notDone,
  'too-many-failures': tooMany,
  'too-many-requests': tooMany,
  'walk-ins-closed': { key: 'join.error.walkIns', field: 'code' },
  'walk-ins-full': { key: 'join.error.walkInsFull', field: 'code' },
  failed: notDone,
  malformed: { key: 'join.error.version', field: null },
  short: { key: 'join.error.short', field: 'code' },
  unavailable: notDone,
}

export const getJoinError = (reason: JoinReason): JoinError => findByReason(joinErrors, reason)
