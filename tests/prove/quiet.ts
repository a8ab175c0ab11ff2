/** Whether times can be judged here and now. */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { ProofForm } from './proof.ts'

const spin = 'const until = performance.now() + 300; while (performance.now() < until);'
/** Of the processor time that is there. Below it others take a part, and times say more about them. */
const least = 0.9

/** The share of all processors that this process gets when it asks for all of them. */
async function measureShare(): Promise<number> {
  const count = availableParallelism()
  const [before, began] = [process.cpuUsage(), performance.now()]
  await Promise.all(Array.from({ length: count }, () => new Promise((resolve) => new Worker(spin, { eval: true }).once('exit', resolve))))
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / (performance.now() - began) / count
}

export type Times = {
  /** For the figure. */
  readonly note: string
  /** Adds a failure where a time is over its bound, unless it cannot be judged. */
  judge(failures: string[], what: string, ms: number, most: number): void
}

/** The long form runs where nothing else does, and always judges. The short form judges where the machine is not shared. */
export async function openTimes(form: ProofForm): Promise<Times> {
  const share = form === 'long' ? 1 : await measureShare()
  const isJudged = share >= least
  return {
    note: isJudged ? '' : ` (times not judged: others have ${Math.round((1 - share) * 100)} % of the machine)`,
    judge: (failures, what, ms, most) => {
      // What could not be measured is no time.
      if (isJudged ? !(ms <= most) : Number.isNaN(ms)) failures.push(`${what}: ${Math.round(ms)} ms, at most ${most} are promised`)
    },
  }
}
