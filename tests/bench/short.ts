/**
 * The short form: a thousand screens, in a minute, also on a machine that does other things. It compares processor time alone, which other
 * work changes less than times, and takes the least of the rounds, because other work only adds to it.
 */
import { measureReturn } from './measure/coming-back.ts'
import { measureFanOut } from './measure/fan-out.ts'
import type { CommandKind } from './measure/growth.ts'
import { measureStorm } from './measure/storm.ts'
import { compareSizes } from './modes/growth.ts'
import { measureInTurns } from './modes/in-turns.ts'
import type { Rounds } from './modes/mode.ts'

/** What was measured when this was written. With a clear gain, write the new ratio. */
export const recorded = {
  'fan-out': 2.2,
  storm: 4,
  'coming back': 5,
  'growth: acts': 1.2,
  'growth: list': 1.7,
} as const satisfies Readonly<Record<string, number>>
export type ShortName = keyof typeof recorded

/** How far the product may fall behind what was recorded. */
const allowed = 4 / 3

export type ShortLine = {
  readonly name: ShortName
  readonly ratio: number
  readonly recorded: number
  readonly limit: number
  readonly isWithin: boolean
}

export type ShortOptions = { readonly clients: number; readonly rounds: number }
export const shortDefaults: ShortOptions = { clients: 1000, rounds: 3 }

export async function runShort({ clients, rounds }: ShortOptions): Promise<readonly ShortLine[]> {
  const turns = await measureInTurns(
    { rounds, wanted: { screens: clients, questions: 1 }, isKilled: true },
    async (stage, { questions: [question = ''] }) => {
      const { cpu: fanOut } = await measureFanOut(stage, { commands: 30, rate: null })
      const { cpu: storm } = await measureStorm(stage, { seconds: 1.5, question, chairRate: 2 })
      await stage.crowd.becomeQuiet()
      const { cpu: back } = await measureReturn(stage, 'soon')
      return { 'fan-out': fanOut, storm, 'coming back': back }
    },
  )
  const { product, compared } = await compareSizes({
    small: { screens: 100, registered: 500, questions: 100, waiting: 50 },
    big: { screens: 100, registered: 5000, questions: 1000, waiting: 250 },
    rounds,
    commands: 20,
    rate: 50,
  })
  return [...compareLeast(turns), ...compareLeast({ product: product.map(sumCosts), compared: compared.map(sumCosts) })]
}

/** One command of each kind: the costs of single kinds vary too much from run to run. Those of the list of speakers are apart. */
const sumCosts = ({ limit, answer, support, label, join, withdraw }: Readonly<Record<CommandKind, number>>) => ({
  'growth: acts': limit + answer + support + label,
  'growth: list': join + withdraw,
})

export function compareLeast({ product, compared }: Rounds<string>): readonly ShortLine[] {
  const least = (rounds: Rounds<string>['product'], name: string) => Math.min(...rounds.map((round) => round[name] ?? Number.NaN))
  return Object.keys(product[0] ?? {}).map((name) => makeLine(name as ShortName, least(product, name) / least(compared, name)))
}

/** A ratio that is no number is out of bounds. */
export function makeLine(name: ShortName, ratio: number): ShortLine {
  const limit = recorded[name] * allowed
  return { name, ratio, recorded: recorded[name], limit, isWithin: ratio <= limit }
}
