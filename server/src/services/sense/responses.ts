/** The responses to one sentence. They are in the memory of the nodes and nowhere else: in no log, no table and no file. */
import { createHash } from 'node:crypto'
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { CommandData } from '@rostrum/shared/contract/registry'
import type { Responder } from '@rostrum/shared/contract/sense'
import type { Instant } from '@rostrum/shared/kernel/time'
import { z } from 'zod'
import { Share, type ShareKind } from '../../engine/nodes/share.ts'

const response = z.strictObject({
  by: z
    .string()
    .max(100)
    .transform((id) => id as PersonId),
  option: z.int().min(0).max(4),
  receipt: z.string().max(22),
  at: z.number().transform((at) => at as Instant),
})
/**
 * `receipt`: the digest of the receipt of the device that may change the response. `by`: the person who gave it; for a delegation, the
 * person who responded last.
 */
export type Response = Readonly<z.infer<typeof response>>

/** The responses by responder. The later of two responses counts. */
export const responseShare: ShareKind<Response> = {
  name: 'responses',
  value: response,
  merge: (one, other) => {
    if (one.at !== other.at) return one.at > other.at ? one : other
    return JSON.stringify(one) > JSON.stringify(other) ? one : other
  },
  keptBy: 'every-node',
  sent: 'at-once',
  maxKeys: 200_000,
}

export class Responses {
  readonly #one: Responder
  readonly #share: Share<Response>

  constructor(one: Responder, share: Share<Response> = new Share(responseShare)) {
    this.#one = one
    this.#share = share
  }

  get(responder: string): Response | undefined {
    return this.#share.own.get(responder)
  }

  /**
   * Takes a response, or replaces the earlier one of the same responder. Only the device with the receipt can change a person's own
   * response. Everybody in a delegation can change that of the delegation. Returns false if it is not taken.
   */
  take(responder: string, by: PersonId, { option, receipt }: CommandData<'sense.respond'>, at: Instant): boolean {
    const before = this.get(responder)
    const digest = createHash('sha256').update(receipt).digest('base64url').slice(0, 22)
    if (this.#one === 'person' && before !== undefined && before.receipt !== digest) return false
    this.#share.put(responder, { by, option, receipt: digest, at })
    return true
  }
}
