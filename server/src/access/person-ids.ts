/** Ids of people whom somebody else registers: the same for the same words, and nobody can guess words from one. */
import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import type { Keys } from './server-key.ts'

export const personIdFor =
  (keys: Keys) =>
  (session: SessionId, words: readonly string[]): PersonId =>
    keys
      .derive('person', session, ...words)
      .subarray(0, 12)
      .toString('base64url') as PersonId
