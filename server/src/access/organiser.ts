/** The organiser's link: one secret for whoever sets sessions up and hands out their links. */
import { type Keys, sameSecret } from './keys.ts'

export class Organiser {
  readonly secret: string

  constructor(keys: Keys) {
    this.secret = keys.derive('organiser', 1).subarray(0, 24).toString('base64url')
  }

  is(secret: string): boolean {
    return sameSecret(secret, this.secret)
  }
}
