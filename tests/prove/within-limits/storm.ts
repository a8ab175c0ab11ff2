/** The parts that floods have in common. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Tally } from './tally.ts'

export type StormTarget = {
  readonly port: number
  readonly session: string
  /** The tickets of the participants who flood. */
  readonly tickets: readonly string[]
}

/** Resolves soon after the signal. */
export type Storm = (target: StormTarget, tally: Tally, signal: AbortSignal) => Promise<void>

type Pace = { readonly atOnce: number; readonly perSecond: number }

/** Repeats an act until the signal: so many at once, and in all so many a second at most. */
export async function repeat({ atOnce, perSecond }: Pace, signal: AbortSignal, act: (index: number) => Promise<void>): Promise<void> {
  const began = performance.now()
  let started = 0
  const run = async () => {
    while (!signal.aborted) {
      const index = started
      started += 1
      const early = began + (index * 1000) / perSecond - performance.now()
      if (early > 0) await pause(early)
      if (!signal.aborted) await act(index)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, run))
}
