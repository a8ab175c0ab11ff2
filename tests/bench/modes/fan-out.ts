import { measureFanOut } from '../measure/fan-out.ts'
import { measureInTurns } from './in-turns.ts'
import { defineMode } from './mode.ts'

export const fanOut = defineMode({
  title: 'a command of the chair to every screen',
  against: 'the bare broadcast',
  defaults: { clients: 10_000, rounds: 3, seconds: 20, rate: 2 },
  figures: {
    p99: { says: 'until a screen shows it, p99', unit: 'ms', bound: { times: 1.2 } },
    p50: { says: 'until a screen shows it, median', unit: 'ms', bound: null },
    answers: { says: 'answer, p99', unit: 'ms', bound: null },
    cpu: { says: 'processor per 1,000 deliveries', unit: 'ms', bound: { times: 1.3 } },
    bytes: { says: 'to a screen, for a command', unit: 'B', bound: null },
    busy: { says: 'the load generator was busy', unit: '%', bound: { most: 90 } },
  },
  run: ({ clients, rounds, seconds, rate }) =>
    measureInTurns({ rounds, wanted: { screens: clients } }, async (stage) => {
      const { p99, p50, answers, cpu, bytes, busy } = await measureFanOut(stage, { commands: Math.round(seconds * rate), rate })
      return { p99, p50, answers, cpu, bytes, busy: busy * 100 }
    }),
})
