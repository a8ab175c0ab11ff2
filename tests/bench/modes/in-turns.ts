/** Measures in turns, so that disturbances of the machine affect everything equally. */
import { type Prepared, prepareFolder, type Wanted } from '../servers/prepare.ts'
import { type Contender, contenders, openStage, type Stage, type StageOptions } from '../servers/stage.ts'
import type { Round, Rounds } from './mode.ts'

export type TurnOptions = StageOptions & { readonly rounds: number; readonly wanted: Wanted }

/** Opens a new server with new screens for both contenders in each round. Nobody supports a question yet. */
export async function measureInTurns<F extends string>(
  { rounds, wanted, ...options }: TurnOptions,
  measure: (stage: Stage, prepared: Prepared) => Promise<Round<F>>,
): Promise<Rounds<F>> {
  const prepared = await prepareFolder(wanted)
  const results: Readonly<Record<Contender, Round<F>[]>> = { product: [], reference: [] }
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const contender of contenders) {
        const stage = await openStage(contender, prepared, options)
        results[contender].push(await measure(stage, prepared))
        requireNoFaults(stage)
        await stage.close()
      }
    }
  } finally {
    await prepared.delete()
  }
  return { product: results.product, compared: results.reference }
}

/** Throws if screens were lost or frames did not fit, because the figures of such a run mean nothing. */
export function requireNoFaults({ contender, crowd }: Stage): void {
  if (crowd.gaps > 0) throw new Error(`${contender}: ${crowd.gaps} frames did not begin where the last one ended`)
  if (crowd.faults.size > 0) throw new Error(`${contender}: screens were lost: ${JSON.stringify([...crowd.faults])}`)
}
