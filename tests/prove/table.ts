/** All proofs, by the name that the command line takes. */
import type { Proof } from './proof.ts'
import { repeats } from './repeats/repeats.ts'

export const proofs = { repeats } satisfies Record<string, Proof>

export type ProofName = keyof typeof proofs
