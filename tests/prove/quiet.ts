/** Tells whether times can be judged on this machine now. */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { ProofForm } from './proof.ts'

const spin = 'const until = performance.now() + 300; while (performance.now() < until);'
/** The least share of the processor time. Below it, other programs use so much that times say more about them. */
const least = 0.9

/** Measures the share of all processors that this process gets when it asks for all of them. */
async function measureShare(): Promise<number> {
  const count = availableParallelism()
  const [before, began] = [process.cpuUsage(), performance.now()]
  await Promise.all(Array.from({ length: count }, () => new Promise((resolve) => new Worker(spin, { eval: true }).once('exit', resolve))))
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / (performance.now() - began) / count
}

export type Times = {
  /** A text to add to the figure. */
  readonly note: string
  /** Adds a failure if a time is over its bound, unless times cannot be judged. */
  judge(failures: string[], what: string, ms: number, most: number): void
}

/**
 * Decides whether times are judged. The long form runs where nothing else runs, and always judges. The short form judges if the machine is
 * not shared.
 */
export async function openTimes(form: ProofForm): Promise<Times> {
  const share = form === 'long' ? 1 : await measureShare()
  const isJudged = share >= least
  return {
    note: isJudged ? '' : ` (times not judged: others have ${Math.round((1 - share) * 100)} % of the machine)`,
    judge: (failures, what, ms, most) => {
      // NaN means that the time could not be measured, which is always a failure.
      if (isJudged ? !(ms <= most) : Number.isNaN(ms)) failures.push(`${what}: ${Math.round(ms)} ms, at most ${most} are promised`)
    },
  }
}
