import { type CommandKind, type CostOptions, Costs } from '../measure/growth.ts'
import { prepareFolder, type Wanted } from '../servers/prepare.ts'
import { openStage } from '../servers/stage.ts'
import { defineMode, type Figure, type Rounds } from './mode.ts'

type Sizes = { readonly small: Wanted; readonly big: Wanted }
const sizes = (screens: number): Sizes => ({
  small: { screens, registered: 500, questions: 100, waiting: 50 },
  big: { screens, registered: 20_000, questions: 2000, waiting: 500 },
})

/**
 * `warmUp`: the commands before the measurement. A real session has been running for some time, so its frequently used code has been
 * compiled. `times`: the number of measurements in a round, which gives their mean.
 */
export type GrowthOptions = Sizes &
  CostOptions & { readonly rounds: number; readonly times: number; readonly warmUp: CostOptions & { readonly rounds: number } }

/** Measures both servers at the same time. So a machine that is slow for some seconds is slow for both. */
export async function compareSizes({ small, big, rounds, times, warmUp, ...options }: GrowthOptions): Promise<Rounds<CommandKind>> {
  const folders = [await prepareFolder(big), await prepareFolder(small)] as const
  const stages = [await openStage('product', folders[0]), await openStage('product', folders[1])] as const
  const results: Rounds<CommandKind>['product'][number][][] = [[], []]
  try {
    const costs = [new Costs(stages[0], folders[0].questions), new Costs(stages[1], folders[1].questions)] as const
    for (let round = 0; round < warmUp.rounds; round += 1) for (const one of costs) await one.measure(warmUp)
    for (let round = 0; round < rounds; round += 1) {
      const both = await Promise.all(costs.map((one) => one.measureMean(times, options)))
      for (const [index, figures] of both.entries()) results[index]?.push(figures)
    }
  } finally {
    for (const stage of stages) await stage.close()
    for (const folder of folders) await folder.delete()
  }
  return { product: results[0] ?? [], compared: results[1] ?? [] }
}

const cost = (says: string): Figure => ({ says: `${says}, processor`, unit: 'ms', bound: { times: 1.2 } })

export const growth = defineMode({
  title: 'a command in a session of 20,000 people, 2,000 questions and 500 waiting',
  against: 'a session of 500, 100 and 50',
  defaults: { clients: 200, rounds: 3, seconds: 10, rate: 20 },
  figures: {
    limit: cost('the limit for everyone'),
    answer: cost('the limit for answers'),
    support: cost('a support'),
    label: cost('a label'),
    join: cost('a request for the floor'),
    withdraw: cost('a withdrawal'),
  },
  run: ({ clients, rounds, seconds, rate }) =>
    compareSizes({
      ...sizes(clients),
      // V8 runs a full garbage collection once in several hundred commands. With only 200 commands, every other round would have contained
      // one.
      ...{ rounds, times: 3, commands: Math.round(seconds * rate), rate },
      warmUp: { rounds: 3, commands: clients, rate: 5 * rate },
    }),
})
