import { measureFanOut } from '../measure/fan-out.ts'
import type { Reference } from '../servers/stage.ts'
import { measureInTurns } from './in-turns.ts'
import { defineMode, type Options } from './mode.ts'

/** The most that the product may need, as multiples of the reference. */
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
        // A real session has been running for some time, so its frequently used code has been compiled.
        await measureFanOut(stage, { commands: 50, rate: null })
        const { p99, p50, answers, cpu, bytes, busy } = await measureFanOut(stage, { commands: Math.round(seconds * rate), rate })
        return { p99, p50, answers, cpu, bytes, busy: busy * 100 }
      }),
  })

/** Engine.IO's ping interval in seconds. Each measurement contains one ping of each screen. */
const aPing = 25

/**
 * The commands per second in a hall and in a small session. It is not five, because Linux has a timer of 200 ms. To a frame that comes
 * later after the last one, Linux sends an acknowledgement at once. Then a write costs 15 µs instead of 11. At five per second, chance
 * would decide which.
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
    // At 25 commands, a single one would decide the figure.
    { clients: 19_500, seconds: 2 * aPing, rate: 1 },
    { p99: 1, cpu: null },
  ),
} as const
