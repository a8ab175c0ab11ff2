import { measureFanOut } from '../measure/fan-out.ts'
import type { Reference } from '../servers/stage.ts'
import { measureInTurns } from './in-turns.ts'
import { defineMode, type Options } from './mode.ts'

/** How many times as much as the reference. */
type FanOutBounds = { readonly p99: number | null; readonly cpu: number | null }

const says: Readonly<Record<Reference, string>> = { broadcast: 'the bare broadcast', 'socket-io': 'Socket.IO without any product' }

const defineFanOut = (title: string, reference: Reference, defaults: Omit<Options, 'rounds'>, { p99, cpu }: FanOutBounds) =>
  defineMode({
    title: `a command of the chair to every screen${title}`,
    against: says[reference],
    defaults: { ...defaults, rounds: 3 },
    figures: {
      p99: { says: 'until a screen shows it, p99', unit: 'ms', bound: p99 === null ? null : { times: p99 } },
      p50: { says: 'until a screen shows it, median', unit: 'ms', bound: null },
      answers: { says: 'answer, p99', unit: 'ms', bound: null },
      cpu: { says: 'processor per 1,000 deliveries', unit: 'ms', bound: cpu === null ? null : { times: cpu } },
      bytes: { says: 'to a screen, for a command', unit: 'B', bound: null },
      busy: { says: 'the load generator was busy', unit: '%', bound: { most: 90 } },
    },
    run: ({ clients, rounds, seconds, rate }) =>
      measureInTurns({ rounds, reference, wanted: { screens: clients } }, async (stage) => {
        // A session has been going on for some time: what runs often has been compiled.
        await measureFanOut(stage, { commands: 50, rate: null })
        const { p99, p50, answers, cpu, bytes, busy } = await measureFanOut(stage, { commands: Math.round(seconds * rate), rate })
        return { p99, p50, answers, cpu, bytes, busy: busy * 100 }
      }),
  })

/** Engine.IO pings every screen once in so many seconds, and each measurement has one ping of each. */
const aPing = 25

/**
 * Commands a second in a hall, and in a small session. Not five: to a frame that comes later after the last one than its timer of 200 ms,
 * Linux answers with an acknowledgement of its own at once, and a write costs 15 µs and not 11. With five a second chance decides that.
 */
const often = 10

export const fanOuts = {
  fanout: defineFanOut('', 'broadcast', { clients: 10_000, seconds: aPing, rate: 2 }, { p99: 1.2, cpu: null }),
  'fanout-work': defineFanOut('', 'socket-io', { clients: 10_000, seconds: aPing, rate: 2 }, { p99: null, cpu: 1.15 }),
  'fanout-small': defineFanOut(
    ', in a small session',
    'socket-io',
    { clients: 1000, seconds: aPing, rate: often },
    { p99: null, cpu: 1.3 },
  ),
  'fanout-hall': defineFanOut(
    ', in a hall and around it',
    'socket-io',
    { clients: 2300, seconds: aPing, rate: often },
    { p99: 1.1, cpu: 1.2 },
  ),
  'fanout-full': defineFanOut(
    ', as many as one process holds',
    'socket-io',
    // One command in 25 would decide the figure.
    { clients: 19_500, seconds: 2 * aPing, rate: 1 },
    { p99: 1, cpu: null },
  ),
} as const
