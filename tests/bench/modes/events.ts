import { measureFanOut } from '../measure/fan-out.ts'
import { prepareFolder, type Wanted } from '../servers/prepare.ts'
import { openStage, type Stage } from '../servers/stage.ts'
import { requireNoFaults } from './in-turns.ts'
import { defineMode, type Round, type Rounds } from './mode.ts'

/** Measures the product in turns: with all screens on events, and with all on sockets. */
export async function compareWays<F extends string>(
  wanted: Wanted,
  rounds: number,
  measure: (stage: Stage) => Promise<Round<F>>,
): Promise<Rounds<F>> {
  const prepared = await prepareFolder(wanted)
  const results: { readonly product: Round<F>[]; readonly compared: Round<F>[] } = { product: [], compared: [] }
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const [side, way] of [
        ['product', 'events'],
        ['compared', 'sockets'],
      ] as const) {
        const stage = await openStage('product', prepared, { way })
        results[side].push(await measure(stage))
        requireNoFaults(stage)
        await stage.close()
      }
    }
  } finally {
    await prepared.delete()
  }
  return results
}

export const events = defineMode({
  title: 'a command of the chair to every reader of server-sent events',
  against: 'as many sockets',
  defaults: { clients: 1000, rounds: 3, seconds: 10, rate: 10 },
  figures: {
    cpu: { says: 'processor per 1,000 deliveries', unit: 'ms', bound: { times: 1.3 } },
    p99: { says: 'until a screen shows it, p99', unit: 'ms', bound: null },
    p50: { says: 'until a screen shows it, median', unit: 'ms', bound: null },
    bytes: { says: 'to a screen, for a command', unit: 'B', bound: null },
    busy: { says: 'the load generator was busy', unit: '%', bound: { most: 90 } },
  },
  run: ({ clients, rounds, seconds, rate }) =>
    compareWays({ screens: clients }, rounds, async (stage) => {
      const { cpu, p99, p50, bytes, busy } = await measureFanOut(stage, { commands: Math.round(seconds * rate), rate })
      return { cpu, p99, p50, bytes, busy: busy * 100 }
    }),
})
