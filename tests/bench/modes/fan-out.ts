import { measureFanOut } from '../measure/fan-out.ts'
import { measureInTurns } from './in-turns.ts'
import { defineMode, type Options } from './mode.ts'

/** How many times as much as the bare broadcast. Socket.IO alone costs about an eighth more than it. */
type FanOutBounds = { readonly p99: number; readonly cpu: number | null }

const defineFanOut = (title: string, defaults: Omit<Options, 'rounds'>, { p99, cpu }: FanOutBounds) =>
  defineMode({
    title: `a command of the chair to every screen${title}`,
    against: 'the bare broadcast',
    defaults: { ...defaults, rounds: 3 },
    figures: {
      p99: { says: 'until a screen shows it, p99', unit: 'ms', bound: { times: p99 } },
      p50: { says: 'until a screen shows it, median', unit: 'ms', bound: null },
      answers: { says: 'answer, p99', unit: 'ms', bound: null },
      cpu: { says: 'processor per 1,000 deliveries', unit: 'ms', bound: cpu === null ? null : { times: cpu } },
      bytes: { says: 'to a screen, for a command', unit: 'B', bound: null },
      busy: { says: 'the load generator was busy', unit: '%', bound: { most: 90 } },
    },
    run: ({ clients, rounds, seconds, rate }) =>
      measureInTurns({ rounds, wanted: { screens: clients } }, async (stage) => {
        const { p99, p50, answers, cpu, bytes, busy } = await measureFanOut(stage, { commands: Math.round(seconds * rate), rate })
        return { p99, p50, answers, cpu, bytes, busy: busy * 100 }
      }),
  })

export const fanOuts = {
  fanout: defineFanOut('', { clients: 10_000, seconds: 20, rate: 2 }, { p99: 1.2, cpu: 1.3 }),
  'fanout-small': defineFanOut(', in a small session', { clients: 1000, seconds: 10, rate: 10 }, { p99: 1.3, cpu: 1.45 }),
  'fanout-hall': defineFanOut(', in a hall and around it', { clients: 2300, seconds: 10, rate: 5 }, { p99: 1.25, cpu: 1.35 }),
  'fanout-full': defineFanOut(', as many as one process holds', { clients: 19_500, seconds: 20, rate: 1 }, { p99: 1.15, cpu: null }),
} as const
