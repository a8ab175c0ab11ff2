import { prepareFolder } from '../servers/prepare.ts'
import { startProduct } from '../servers/stage.ts'
import { defineMode, type Round } from './mode.ts'

type Name = 'few' | 'many'

/** Returns the milliseconds until the server serves and has said so. */
async function timeStart(folder: string): Promise<number> {
  const began = performance.now()
  const server = await startProduct(folder, 0)
  const ms = performance.now() - began
  await server.end('SIGTERM')
  return ms
}

const defineStart = (commits: number, most: number) =>
  defineMode<Name>({
    title: `the server starts with a log of ${commits} commits`,
    against: null,
    defaults: { clients: 0, rounds: 5, seconds: 0, rate: 0 },
    figures: {
      few: { says: 'serving, a session that was just opened', unit: 'ms', bound: { most: 400 } },
      many: { says: `serving, with ${commits} commits`, unit: 'ms', bound: { most } },
    },
    run: async ({ rounds }) => {
      const [few, many] = [await prepareFolder({ screens: 1 }), await prepareFolder({ screens: 1, commits })]
      const product: Round<Name>[] = []
      for (let round = 0; round < rounds; round += 1)
        product.push({ few: await timeStart(await few.copy()), many: await timeStart(await many.copy()) })
      await Promise.all([few.delete(), many.delete()])
      return { product, compared: [] }
    },
  })

export const starts = { start: defineStart(50_000, 1000), 'start-large': defineStart(500_000, 2000) } as const
