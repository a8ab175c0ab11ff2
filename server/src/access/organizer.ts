/** The organizer secret, for the person who sets sessions up and gives out their links, and the tokens that are accepted in its place. */

import type { ApiTokens } from './api-tokens.ts'
import { type ServerKey, secretsMatch } from './server-key.ts'

export class OrganizerAccess {
  readonly secret: string
  readonly #tokens: ApiTokens

  constructor(serverKey: ServerKey, tokens: ApiTokens) {
    this.secret = serverKey.derive('organizer', 1).subarray(0, 24).toString('base64url')
    this.#tokens = tokens
  }

  /** Accepts the organizer secret or a valid token. */
  async accepts(secret: string): Promise<boolean> {
    return this.acceptsSecret(secret) || (await this.#tokens.accepts(secret))
  }

  acceptsSecret(secret: string): boolean {
    return secretsMatch(secret, this.secret)
  }
}
