/** The organiser's link: one secret for whoever sets sessions up and hands out their links; and the tokens that stand for it. */

import type { Tokens } from './api-tokens.ts'
import { type Keys, sameSecret } from './server-key.ts'

export class Organiser {
  readonly secret: string
  readonly #tokens: Tokens

  constructor(keys: Keys, tokens: Tokens) {
    this.secret = keys.derive('organiser', 1).subarray(0, 24).toString('base64url')
    this.#tokens = tokens
  }

  /** By the secret itself, or by a token that stands. */
  async is(secret: string): Promise<boolean> {
    return this.inPerson(secret) || (await this.#tokens.is(secret))
  }

  inPerson(secret: string): boolean {
    return sameSecret(secret, this.secret)
  }
}
