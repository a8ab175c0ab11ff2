import { measureFanOut } from '../measure/fan-out.ts'
import { computeMedian, Samples } from '../measure/statistics.ts'
import { findOffset } from '../measure/time-offsets.ts'
import { prepareFolder } from '../servers/prepare.ts'
import { openStage } from '../servers/stage.ts'
import { defineMode, type Round } from './mode.ts'

/** The number of screens that ask for the time. */
const asking = 100

export const clocks = defineMode({
  title: 'screens find the server’s clock while commands go to all',
  against: null,
  defaults: { clients: 5000, rounds: 3, seconds: 5, rate: 3 },
  figures: {
    p99: { says: 'error, p99', unit: 'ms', bound: { most: 0.5 } },
    p50: { says: 'error, median', unit: 'ms', bound: null },
  },
  run: async ({ clients, rounds, seconds, rate }) => {
    const prepared = await prepareFolder({ screens: clients })
    const product: Round<'p99' | 'p50'>[] = []
    for (let round = 0; round < rounds; round += 1) {
      const stage = await openStage('product', prepared)
      const askers = stage.crowd.screens.slice(0, asking)
      // Without load, the median of all answers is the truth: both clocks are those of this machine.
      const truth = computeMedian(await Promise.all(askers.map(findOffset)))
      const errors = new Samples()
      let isOver = false
      const ask = async () => {
        for (let turn = 0; !isOver; turn += 1) errors.add(Math.abs((await findOffset(askers[turn % asking] ?? stage.chair)) - truth))
      }
      const asked = ask()
      await measureFanOut(stage, { commands: Math.round(seconds * rate), rate })
      isOver = true
      await asked
      product.push({ p99: errors.computeQuantile(0.99), p50: errors.computeQuantile(0.5) })
      await stage.close()
    }
    await prepared.delete()
    return { product, compared: [] }
  },
})
