/**
 * The short form: a thousand screens, within a minute, even on a machine that is doing other work. It compares processor time only, because
 * other work changes it less than it changes durations. It takes the least of the rounds, because other work only adds to a figure. If a
 * figure is out of bounds after the first rounds, it is measured again, and all rounds count.
 */
import { measureReturn } from './measure/coming-back.ts'
import { measureFanOut } from './measure/fan-out.ts'
import type { CommandKind } from './measure/growth.ts'
import { measurePublishing } from './measure/publishing.ts'
import { measureStorm, supportQuestion } from './measure/storm.ts'
import { compareWays } from './modes/events.ts'
import { compareSizes } from './modes/growth.ts'
import { measureInTurns } from './modes/in-turns.ts'
import type { Round, Rounds } from './modes/mode.ts'

/**
 * The ratios measured when this was written, each on the one of two kinds of machines where it is larger. After a clear gain, write the new
 * ratio.
 */
export const recorded = {
  'fan-out': 1.8,
  'large frames': 3.2,
  storm: 6.9,
  'coming back': 3.5,
  'growth: acts': 1.1,
  'growth: list': 1.3,
  // Compared with as many sockets. The promise is at most 1.3.
  events: 0.97,
} as const satisfies Readonly<Record<string, number>>
export type ShortName = keyof typeof recorded

/** The largest multiple of the recorded ratio that is allowed. */
const allowed = 4 / 3
const mostAttempts = 3

export type ShortLine = {
  readonly name: ShortName
  readonly ratio: number
  readonly recorded: number
  readonly limit: number
  readonly isWithin: boolean
}
export type ShortOptions = { readonly clients: number; readonly rounds: number }
export const shortDefaults: ShortOptions = { clients: 1000, rounds: 2 }

export async function runShort(options: ShortOptions): Promise<readonly ShortLine[]> {
  return [
    ...(await compareUntilWithin(() => measureScreens(options))),
    ...(await compareUntilWithin(() => measureSizes(options))),
    ...(await compareUntilWithin(() => measureEvents(options))),
  ]
}

/** Measures again until every ratio is within its limit, three times at most. `measure`: runs some rounds. */
export async function compareUntilWithin<F extends ShortName>(measure: () => Promise<Rounds<F>>): Promise<readonly ShortLine[]> {
  const [product, compared]: [Round<F>[], Round<F>[]] = [[], []]
  for (let attempt = 1; ; attempt += 1) {
    const rounds = await measure()
    product.push(...rounds.product)
    compared.push(...rounds.compared)
    const lines = compareLeast({ product, compared })
    if (attempt === mostAttempts || lines.every(({ isWithin }) => isWithin)) return lines
  }
}

/** The number of questions that are published in one measurement. */
const atOnce = 160

/** Measures everything twice, because a server is still cold the first time. */
const measureScreens = ({ clients, rounds }: ShortOptions): Promise<Rounds<'fan-out' | 'large frames' | 'storm' | 'coming back'>> =>
  measureInTurns(
    { rounds, wanted: { screens: clients, questions: 2, pending: 2 * atOnce }, isKilled: true },
    async (stage, { questions, pending }) => {
      const [fanOuts, publishings, storms]: [number[], number[], number[]] = [[], [], []]
      for (const [turn, question] of questions.entries()) {
        fanOuts.push((await measureFanOut(stage, { commands: 30, rate: null })).cpu)
        publishings.push((await measurePublishing(stage, pending.slice(turn * atOnce, (turn + 1) * atOnce))).cpu)
        // The number of frames in a storm depends on how busy the machine is.
        const { cpu, frames } = await measureStorm(stage, { seconds: 1.5, act: supportQuestion(question), chairRate: 2 })
        storms.push(cpu / frames)
      }
      await stage.crowd.becomeQuiet()
      const { cpu: back } = await measureReturn(stage, 'soon')
      return { 'fan-out': Math.min(...fanOuts), 'large frames': Math.min(...publishings), storm: Math.min(...storms), 'coming back': back }
    },
  )

async function measureSizes({ rounds }: ShortOptions): Promise<Rounds<'growth: acts' | 'growth: list'>> {
  const { product, compared } = await compareSizes({
    small: { screens: 100, registered: 500, questions: 100, waiting: 50 },
    big: { screens: 100, registered: 5000, questions: 1000, waiting: 250 },
    rounds,
    times: 1,
    commands: 20,
    rate: 60,
    warmUp: { rounds: 2, commands: 100, rate: 100 },
  })
  return { product: product.map(sumCosts), compared: compared.map(sumCosts) }
}

/** Measures twice and takes the least, because a server is still cold the first time. */
const measureEvents = ({ clients, rounds }: ShortOptions): Promise<Rounds<'events'>> =>
  compareWays({ screens: clients }, rounds, async (stage) => {
    const turns = [await measureFanOut(stage, { commands: 30, rate: null }), await measureFanOut(stage, { commands: 30, rate: null })]
    return { events: Math.min(...turns.map(({ cpu }) => cpu)) }
  })

/**
 * Adds the costs of one command of each kind. The costs of single kinds vary too much from run to run. The list of speakers has a sum of
 * its own.
 */
const sumCosts = ({ limit, answer, support, label, join, withdraw }: Readonly<Record<CommandKind, number>>) => ({
  'growth: acts': limit + answer + support + label,
  'growth: list': join + withdraw,
})

export function compareLeast<F extends ShortName>({ product, compared }: Rounds<F>): readonly ShortLine[] {
  const least = (rounds: readonly Round<F>[], name: F) => Math.min(...rounds.map((round) => round[name]))
  return (Object.keys(product[0] ?? {}) as F[]).map((name) => makeLine(name, least(product, name) / least(compared, name)))
}

/** A ratio that is NaN is out of bounds. */
export function makeLine(name: ShortName, ratio: number): ShortLine {
  const limit = recorded[name] * allowed
  return { name, ratio, recorded: recorded[name], limit, isWithin: ratio <= limit }
}
