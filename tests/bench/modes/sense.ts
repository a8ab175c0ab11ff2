import { randomBytes } from 'node:crypto'
import { sendAndWait } from '../client/crowd.ts'
import { measureStorm } from '../measure/storm.ts'
import { prepareFolder } from '../servers/prepare.ts'
import { openStage } from '../servers/stage.ts'
import { requireNoFaults } from './in-turns.ts'
import { defineMode, type Round } from './mode.ts'

type Name = 'converged' | 'answers' | 'chair' | 'cpu' | 'bytes' | 'busy'

export const sense = defineMode<Name>({
  title: 'every screen responds to one sentence, while the chair works on',
  against: null,
  defaults: { clients: 10_000, rounds: 3, seconds: 10, rate: 2 },
  figures: {
    converged: { says: 'all show that nearly all have, after the last', unit: 'ms', bound: { most: 300 } },
    answers: { says: 'answer, p99', unit: 'ms', bound: { most: 50 } },
    chair: { says: 'answer to the chair, p99', unit: 'ms', bound: { most: 50 } },
    cpu: { says: 'processor per 1,000 responses', unit: 'ms', bound: null },
    bytes: { says: 'to a screen, with the commands of the chair', unit: 'B', bound: { most: 5000 + 20 * 350 } },
    busy: { says: 'the load generator was busy', unit: '%', bound: { most: 90 } },
  },
  run: async ({ clients, rounds, seconds, rate }) => {
    const prepared = await prepareFolder({ screens: clients })
    const product: Round<Name>[] = []
    for (let round = 0; round < rounds; round += 1) {
      const stage = await openStage('product', prepared)
      const sentence = { text: 'One report a year is enough.', one: 'person', length: 90_000 }
      const prompt = await sendAndWait(stage.chair, 'sense.put', sentence)
      await stage.crowd.becomeQuiet(2000)
      const { frames: _, ...figures } = await measureStorm(stage, {
        seconds,
        chairRate: rate,
        act: {
          type: 'sense.respond',
          makeData: ({ index }) => ({ prompt, option: index % 5, receipt: randomBytes(16).toString('base64url') }),
          count: ({ haveNearlyAll }) => (haveNearlyAll ? clients : null),
        },
      })
      product.push({ ...figures, converged: Math.max(0, figures.converged), busy: figures.busy * 100 })
      requireNoFaults(stage)
      await stage.close()
    }
    await prepared.delete()
    return { product, compared: [] }
  },
})
