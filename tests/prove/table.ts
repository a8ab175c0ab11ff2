/** All proofs, by the name that the command line takes. */
import { flood } from './flood/flood.ts'
import { killsEmbedded, killsRedis } from './kills/kills.ts'
import { powerLoss } from './power-loss/power-loss.ts'

import { canary } from './canary/canary.ts'
import { fuzz } from './fuzz/fuzz.ts'
import { matrix } from './matrix/matrix.ts'
import type { Proof } from './proof.ts'
import { repeats } from './repeats/repeats.ts'
import { restart } from './restart/restart.ts'
import { sameTime } from './same-time/same-time.ts'
import { simulation } from './simulation/simulation.ts'
import { slowReaders } from './slow-readers/slow-readers.ts'

export const proofs = {
     canary, fuzz, matrix, repeats,
  'kills-embedded': killsEmbedded,
  'kills-redis': killsRedis,
  'power-loss': powerLoss,
  'same-time': sameTime,
  restart,
  flood,
  'slow-readers': slowReaders,
  simulation,
} satisfies Record<string, Proof>

export type ProofName = keyof typeof proofs
