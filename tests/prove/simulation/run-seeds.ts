/** Runs seeds one after the other and adds up their results. */
import { simulate } from './simulate.ts'

export type SeedTotals = {
  seeds: number
  commands: number
  commits: number
  /** The frames that arrived at screens, and those that did not follow what the screen held: then it connected again. */
  deliveries: number
  gaps: number
  readonly failed: { readonly seed: number; readonly failures: readonly string[] }[]
}

export const makeTotals = (): SeedTotals => ({ seeds: 0, commands: 0, commits: 0, deliveries: 0, gaps: 0, failed: [] })

export async function runSeeds(from: number, count: number): Promise<SeedTotals> {
  const totals = makeTotals()
  for (let seed = from; seed < from + count; seed += 1) addTotals(totals, await runSeed(seed))
  return totals
}

const runSeed = async (seed: number): Promise<SeedTotals> => {
  try {
    const { failures, ...counts } = await simulate(seed)
    return { ...counts, seeds: 1, failed: failures.length === 0 ? [] : [{ seed, failures }] }
  } catch (error) {
    const failure = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { ...makeTotals(), seeds: 1, failed: [{ seed, failures: [failure] }] }
  }
}

export function addTotals(totals: SeedTotals, more: SeedTotals): void {
  for (const name of ['seeds', 'commands', 'commits', 'deliveries', 'gaps'] as const) totals[name] += more[name]
  totals.failed.push(...more.failed)
}
