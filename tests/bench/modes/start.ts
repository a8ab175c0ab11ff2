import { type Prepared, prepareFolder } from '../servers/prepare.ts'
import { startProduct } from '../servers/stage.ts'
import { defineMode, type Round } from './mode.ts'

/** Milliseconds until it serves and has said so. */
async function timeStart(folder: string): Promise<number> {
  const began = performance.now()
  const server = await startProduct(folder, 0)
  const ms = performance.now() - began
  await server.end('SIGTERM')
  return ms
}

const measureStarts = async (folders: Readonly<Record<'few' | 'many', Prepared>>): Promise<Round<'few' | 'many'>> => ({
  few: await timeStart(await folders.few.copy()),
  many: await timeStart(await folders.many.copy()),
})

export const start = defineMode({
  title: 'the server starts with a log of 50,000 commits',
  against: null,
  defaults: { clients: 0, rounds: 5, seconds: 0, rate: 0 },
  figures: {
    few: { says: 'serving, a session that was just opened', unit: 'ms', bound: { most: 400 } },
    many: { says: 'serving, with 50,000 commits', unit: 'ms', bound: { most: 1000 } },
  },
  run: async ({ rounds }) => {
    const folders = { few: await prepareFolder({ screens: 1 }), many: await prepareFolder({ screens: 1, commits: 50_000 }) }
    const product: Round<'few' | 'many'>[] = []
    for (let round = 0; round < rounds; round += 1) product.push(await measureStarts(folders))
    await Promise.all([folders.few.delete(), folders.many.delete()])
    return { product, compared: [] }
  },
})
