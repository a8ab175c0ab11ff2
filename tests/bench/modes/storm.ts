import { measureStorm, supportQuestion } from '../measure/storm.ts'
import { measureInTurns } from './in-turns.ts'
import { type Bound, defineMode } from './mode.ts'

type StormBounds = {
  readonly converged: Bound
  readonly answers: Bound
  readonly chair: Bound
  readonly cpu: Bound
  readonly frames: Bound
}

const defineStorm = (
  title: string,
  defaults: { readonly clients: number; readonly seconds: number },
  { converged, answers, chair, cpu, frames }: StormBounds,
  hasSlowDisk = false,
) =>
  defineMode({
    title: `every screen supports one question, while the chair works on${title}`,
    against: 'Socket.IO without any product, which stores nothing',
    defaults: { ...defaults, rounds: 5, rate: 2 },
    figures: {
      converged: { says: 'all show all supports, after the last', unit: 'ms', bound: converged },
      answers: { says: 'durable answer, p99', unit: 'ms', bound: answers },
      chair: { says: 'answer to the chair, p99', unit: 'ms', bound: chair },
      cpu: { says: 'processor per 1,000 supports', unit: 'ms', bound: cpu },
      // A command of the chair is a frame of 350 bytes to everybody. The supports may take 5 kB in addition.
      bytes: { says: 'to a screen, with the commands of the chair', unit: 'B', bound: { most: 5000 + 2 * defaults.seconds * 350 } },
      frames: { says: 'to a screen', unit: 'frames', bound: frames },
      busy: { says: 'the load generator was busy', unit: '%', bound: { most: 90 } },
    },
    run: ({ clients, rounds, seconds, rate }) =>
      measureInTurns(
        { rounds, wanted: { screens: clients, questions: 2 }, hasSlowDisk, reference: 'socket-io' },
        async (stage, { questions: [question = '', other = ''] }) => {
          // A real session has been running for some time, so its frequently used code has been compiled.
          await measureStorm(stage, { seconds: 10, act: supportQuestion(other), chairRate: rate })
          const figures = await measureStorm(stage, { seconds, act: supportQuestion(question), chairRate: rate })
          return { ...figures, busy: figures.busy * 100 }
        },
      ),
  })

const [ten, two] = [
  { clients: 10_000, seconds: 10 },
  { clients: 10_000, seconds: 2 },
]
/**
 * In a storm of two seconds, commands are sent before counts. With as many screens as one process can hold, the server uses a whole core.
 */
const isFull = { cpu: null, frames: null } as const
const onSlowDisk = { converged: { most: 400 }, answers: { most: 120 }, chair: { most: 120 }, cpu: null } as const
const tenSeconds = { least: 40 } as const

export const storms = {
  storm: defineStorm('', ten, {
    converged: { most: 300 },
    answers: { most: 50 },
    chair: { most: 50 },
    cpu: { times: 1.4 },
    frames: tenSeconds,
  }),
  'storm-fast': defineStorm(', in two seconds', two, { converged: { most: 300 }, answers: { most: 60 }, chair: { most: 60 }, ...isFull }),
  'storm-slow-disk': defineStorm(', with a disk that takes 20 ms a flush', ten, { ...onSlowDisk, frames: tenSeconds }, true),
  'storm-fast-slow-disk': defineStorm(', in two seconds, with a disk that takes 20 ms a flush', two, { ...onSlowDisk, frames: null }, true),
  'storm-full': defineStorm(
    ', as many as one process holds',
    { clients: 19_500, seconds: 10 },
    { converged: { most: 400, orTimes: 1 }, answers: null, chair: null, ...isFull },
  ),
} as const
