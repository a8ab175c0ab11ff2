import { measureStorm } from '../measure/storm.ts'
import { measureInTurns } from './in-turns.ts'
import { defineMode } from './mode.ts'

export const storm = defineMode({
  title: 'every screen supports one question, while the chair works on',
  against: 'the bare broadcast of numbers',
  defaults: { clients: 10_000, rounds: 5, seconds: 10, rate: 2 },
  figures: {
    converged: { says: 'all show all supports, after the last', unit: 'ms', bound: { most: 300 } },
    answers: { says: 'durable answer, p99', unit: 'ms', bound: { most: 50 } },
    chair: { says: 'answer to the chair, p99', unit: 'ms', bound: { most: 50 } },
    cpu: { says: 'processor per 1,000 supports', unit: 'ms', bound: { times: 1.6 } },
    bytes: { says: 'to a screen', unit: 'B', bound: { most: 5000 } },
    frames: { says: 'to a screen', unit: 'frames', bound: { least: 40 } },
    busy: { says: 'the load generator was busy', unit: '%', bound: { most: 90 } },
  },
  run: ({ clients, rounds, seconds, rate }) =>
    measureInTurns({ rounds, wanted: { screens: clients, questions: 1 } }, async (stage, { questions: [question = ''] }) => {
      const figures = await measureStorm(stage, { seconds, question, chairRate: rate })
      return { ...figures, busy: figures.busy * 100 }
    }),
})
