/** Measures in turns, so that what happens to the machine happens to all. */
import { prepareFolder, type Wanted } from '../servers/prepare.ts'
import { type Contender, contenders, openStage, type Stage } from '../servers/stage.ts'
import type { Round, Rounds } from './mode.ts'

export type TurnOptions = { readonly rounds: number; readonly wanted: Wanted; readonly isKilled?: boolean }

/** Each round opens a new server with new screens for both. `measure` gets the questions that nobody supports yet. */
export async function measureInTurns<F extends string>(
  { rounds, wanted, isKilled = false }: TurnOptions,
  measure: (stage: Stage, questions: readonly string[]) => Promise<Round<F>>,
): Promise<Rounds<F>> {
  const prepared = await prepareFolder(wanted)
  const results: Readonly<Record<Contender, Round<F>[]>> = { product: [], reference: [] }
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const contender of contenders) {
        const stage = await openStage(contender, prepared, isKilled)
        results[contender].push(await measure(stage, prepared.questions))
        requireNoFaults(stage)
        await stage.close()
      }
    }
  } finally {
    await prepared.delete()
  }
  return { product: results.product, compared: results.reference }
}

/** Figures of a run in which screens were lost, or frames did not fit, say nothing. */
function requireNoFaults({ contender, crowd }: Stage): void {
  if (crowd.gaps > 0) throw new Error(`${contender}: ${crowd.gaps} frames did not begin where the last one ended`)
  if (crowd.faults.size > 0) throw new Error(`${contender}: screens were lost: ${JSON.stringify([...crowd.faults])}`)
}
