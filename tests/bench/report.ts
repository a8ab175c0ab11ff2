/** The output of the bench. */

import { judge, type Verdict } from './measure/verdict.ts'
import type { Bound, Figure, Mode, Options, Rounds } from './modes/mode.ts'
import type { ShortLine } from './short.ts'

const format = (number: number | null): string => {
  if (number === null || Number.isNaN(number)) return ''
  return Math.abs(number) >= 100 ? number.toFixed(0) : number.toPrecision(3)
}

const formatBound = (bound: Bound): string => {
  if (bound === null) return ''
  if ('most' in bound) return `at most ${bound.most}${bound.orTimes === undefined ? '' : `, or ${bound.orTimes} times`}`
  if ('least' in bound) return `at least ${bound.least}`
  return 'times' in bound ? `at most ${bound.times} times` : `at most ${bound.above} more`
}

const formatRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

export type Outcome = { readonly text: string; readonly isWithin: boolean }

/** `mode`: the mode that ran with these options. The bounds count only if these are the mode's own options. */
export function reportMode<F extends string>(mode: Mode<F>, options: Options, rounds: Rounds<F>): Outcome {
  const verdicts = [...judge(mode.figures, rounds)]
  const areOwn = (Object.keys(mode.defaults) as (keyof Options)[]).every((name) => options[name] === mode.defaults[name])
  const row = ([name, { product, compared, ratio, bound, isWithin }]: readonly [F, Verdict]) => {
    const { says, unit }: Figure = mode.figures[name]
    const judged = bound === null || !areOwn ? '' : isWithin ? 'yes' : 'NO'
    return formatRow([`${says}, ${unit}`, format(product), format(compared), format(ratio), formatBound(bound), judged])
  }
  const settings = Object.entries(options).flatMap(([name, value]) => (value > 0 ? [`${name} ${value}`] : []))
  return {
    text: [
      `${mode.title}${mode.against === null ? '' : `, against ${mode.against}`} (${settings.join(', ')})`,
      formatRow(['', 'product', 'compared', 'ratio', 'bound', 'within']),
      formatRow(['---', '---:', '---:', '---:', '---', '---']),
      ...verdicts.map(row),
      ...(areOwn ? [] : ['The bounds are those of the usual size, and were not counted here.']),
    ].join('\n'),
    isWithin: !areOwn || verdicts.every(([, verdict]) => verdict.isWithin),
  }
}

export const formatShortLine = ({ name, ratio, recorded, limit, isWithin }: ShortLine): string =>
  `${isWithin ? 'ok  ' : 'OUT '} ${name.padEnd(18)} ${ratio.toFixed(2)} times; recorded ${recorded.toFixed(2)}, at most ${limit.toFixed(2)}`
