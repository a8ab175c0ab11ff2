/** Decides who may do what an organizer does. An organizer has a secret, and a program has a token that an organizer made. */

import type { Instant } from '@rostrum/shared/kernel/time'
import type { ApiTokens } from './api-tokens.ts'
import type { Organizers } from './organizers.ts'

export type OrganizerPorts = {
  readonly organizers: Organizers
  readonly apiTokens: ApiTokens
  readonly now: () => Instant
  readonly logger: { warn(facts: object, message: string): void }
}

export class OrganizerAccess {
  readonly #ports: OrganizerPorts

  constructor(ports: OrganizerPorts) {
    this.#ports = ports
  }

  /** Accepts the secret of an organizer, or a token. A token ends with the organizer who made it. */
  async accepts(secret: string): Promise<boolean> {
    if ((await this.identify(secret)) !== null) return true
    const maker = await this.#ports.apiTokens.findMaker(secret)
    return maker !== null && (await this.#ports.organizers.has(maker))
  }

  /** Returns the id of the organizer whose own secret this is. Null for a token and for anybody else. */
  async identify(secret: string): Promise<string | null> {
    const { organizers, now, logger } = this.#ports
    const id = await organizers.find(secret)
    if (id !== null)
      await organizers.noteUse(id, now()).catch((error: unknown) => {
        // The organizer is accepted all the same. Only the list shows an earlier use.
        logger.warn({ err: error, organizer: id }, 'the last use of an organizer could not be stored')
      })
    return id
  }
}
