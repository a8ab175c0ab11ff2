/** The responses to one sentence. They are in the memory of this process, and nowhere else: no log, no table, no file has them. */
import { createHash } from 'node:crypto'
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { CommandData } from '@rostrum/shared/contract/registry'
import type { Responder } from '@rostrum/shared/contract/sense'
import type { Instant } from '@rostrum/shared/kernel/time'

/** `receipt`: the digest of the receipt of the device that may change it. `by`: who gave it, for a delegation the one who spoke last. */
export type Response = {
  readonly by: PersonId
  readonly option: number
  readonly receipt: string
  readonly at: Instant
}

export class Responses {
  readonly #one: Responder
  readonly #all = new Map<string, Response>()

  constructor(one: Responder) {
    this.#one = one
  }

  get(responder: string): Response | undefined {
    return this.#all.get(responder)
  }

  /** By responder. */
  entries(): Iterable<readonly [string, Response]> {
    return this.#all.entries()
  }

  /**
   * Takes a response, or replaces the earlier one of the same responder. A person's own can be changed by the device that has the receipt
   * only; a delegation's by everybody in it. Returns a function that takes it back, or the reason why not.
   */
  take(
    responder: string,
    by: PersonId,
    { option, receipt }: CommandData<'sense.respond'>,
    at: Instant,
  ): (() => void) | 'responded-elsewhere' {
    const before = this.#all.get(responder)
    const digest = createHash('sha256').update(receipt).digest('base64url').slice(0, 22)
    if (this.#one === 'person' && before !== undefined && before.receipt !== digest) return 'responded-elsewhere'
    const response: Response = { by, option, receipt: digest, at }
    this.#all.set(responder, response)
    return () => {
      if (this.#all.get(responder) !== response) return
      if (before === undefined) this.#all.delete(responder)
      else this.#all.set(responder, before)
    }
  }

  /** Takes what another node has. Of two responses of one responder the later counts. Returns whose have changed. */
  merge(others: Iterable<readonly [string, Response]>): readonly string[] {
    const changed: string[] = []
    for (const [responder, response] of others) {
      const own = this.#all.get(responder)
      const isNewer = own === undefined || response.at > own.at || (response.at === own.at && response.receipt > own.receipt)
      if (!isNewer) continue
      this.#all.set(responder, response)
      changed.push(responder)
    }
    return changed
  }
}
