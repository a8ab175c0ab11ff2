/** All proofs, by their names on the command line. */
import { canary } from './canary/canary.ts'
import { flood } from './flood/flood.ts'
import { fuzz } from './fuzz/fuzz.ts'
import { killsEmbedded, killsRedis } from './kills/kills.ts'
import { matrix } from './matrix/matrix.ts'
import { planted } from './planted/planted.ts'
import { powerLoss } from './power-loss/power-loss.ts'
import type { Proof } from './proof.ts'
import { repeats } from './repeats/repeats.ts'
import { restart } from './restart/restart.ts'
import { sameTime } from './same-time/same-time.ts'
import { simulation } from './simulation/simulation.ts'
import { slowReaders } from './slow-readers/slow-readers.ts'
import { withinLimits } from './within-limits/within-limits.ts'

export const proofs = {
  repeats,
  'kills-embedded': killsEmbedded,
  'kills-redis': killsRedis,
  'power-loss': powerLoss,
  'same-time': sameTime,
  restart,
  flood,
  'within-limits': withinLimits,
  'slow-readers': slowReaders,
  canary,
  matrix,
  fuzz,
  simulation,
  planted,
} satisfies Record<string, Proof>

export type ProofName = keyof typeof proofs
