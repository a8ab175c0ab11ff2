import { measureInTurns } from './in-turns.ts'
import { defineMode } from './mode.ts'

/** The screens connect one after the other, so that each is timed alone. */
const [atOnce, firstView] = [1, 120_000]

export const firstViews = defineMode({
  title: 'a participant comes into a session of 2,000 questions',
  against: 'the bare broadcast, with a view of 120 kB',
  defaults: { clients: 50, rounds: 3, seconds: 0, rate: 0 },
  figures: {
    bytes: { says: 'to the participant', unit: 'kB', bound: { most: 120 } },
    ms: { says: 'until it is there and decoded', unit: 'ms', bound: { most: 1000 } },
  },
  run: ({ clients, rounds }) => {
    const wanted = { screens: clients, registered: 2000, questions: 2000, waiting: 50 }
    return measureInTurns({ rounds, wanted, atOnce, firstView }, async ({ crowd, connecting }) => ({
      bytes: crowd.countBytes() / clients / 1000,
      ms: connecting.ms / clients,
    }))
  },
})
