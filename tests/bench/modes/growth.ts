import { type CommandKind, measureCosts } from '../measure/growth.ts'
import { prepareFolder, type Wanted } from '../servers/prepare.ts'
import { openStage } from '../servers/stage.ts'
import { defineMode, type Figure, type Rounds } from './mode.ts'

type Sizes = { readonly small: Wanted; readonly big: Wanted }
const sizes = (screens: number): Sizes => ({
  small: { screens, registered: 500, questions: 100, waiting: 50 },
  big: { screens, registered: 20_000, questions: 2000, waiting: 500 },
})

export type GrowthOptions = Sizes & { readonly rounds: number; readonly commands: number; readonly rate: number }

/** Both servers run all the time, and are asked in turns. */
export async function compareSizes({ small, big, rounds, commands, rate }: GrowthOptions): Promise<Rounds<CommandKind>> {
  const folders = [await prepareFolder(big), await prepareFolder(small)] as const
  const stages = [await openStage('product', folders[0]), await openStage('product', folders[1])] as const
  const results: Rounds<CommandKind>['product'][number][][] = [[], []]
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const [index, stage] of stages.entries())
        results[index]?.push(await measureCosts(stage, { commands, rate, round, questions: folders[index]?.questions ?? [] }))
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
  defaults: { clients: 200, rounds: 3, seconds: 3, rate: 20 },
  figures: {
    limit: cost('the limit for everyone'),
    answer: cost('the limit for answers'),
    support: cost('a support'),
    label: cost('a label'),
    join: cost('a request for the floor'),
    withdraw: cost('a withdrawal'),
  },
  run: ({ clients, rounds, seconds, rate }) => compareSizes({ ...sizes(clients), rounds, commands: Math.round(seconds * rate), rate }),
})
