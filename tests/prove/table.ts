/** All proofs, by the name that the command line takes. */
import { killsEmbedded, killsRedis } from './kills/kills.ts'
import type { Proof } from './proof.ts'
import { repeats } from './repeats/repeats.ts'

export const proofs = { repeats, 'kills-embedded': killsEmbedded, 'kills-redis': killsRedis } satisfies Record<string, Proof>

export type ProofName = keyof typeof proofs
