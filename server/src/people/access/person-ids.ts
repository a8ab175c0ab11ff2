/** The ids of imported people. The same words always give the same id, and nobody can guess the words from it. */
import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import type { ServerKey } from './server-key.ts'

export const makePersonIdDeriver =
  (serverKey: ServerKey) =>
  (session: SessionId, parts: readonly string[]): PersonId =>
    serverKey
      .derive('person', session, ...parts)
      .subarray(0, 12)
      .toString('base64url') as PersonId
