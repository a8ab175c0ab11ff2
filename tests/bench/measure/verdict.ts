/** The result of several rounds: the medians, the ratio to the comparison, and whether the figure is within its bound. */
import type { Bound, Mode, Rounds } from '../modes/mode.ts'
import { computeMedian } from './statistics.ts'

export type Verdict = {
  readonly product: number
  /** Null if there is no comparison. */
  readonly compared: number | null
  readonly ratio: number | null
  readonly bound: Bound
  readonly isWithin: boolean
}

export function judge<F extends string>(figures: Mode<F>['figures'], rounds: Rounds<F>): ReadonlyMap<F, Verdict> {
  const names = Object.keys(figures) as F[]
  return new Map(
    names.map((name) => {
      const product = computeMedian(rounds.product.map((round) => round[name]))
      const compared = rounds.compared.length === 0 ? null : computeMedian(rounds.compared.map((round) => round[name]))
      const ratio = compared === null ? null : product / compared
      const { bound } = figures[name]
      return [name, { product, compared, ratio, bound, isWithin: isWithin(bound, product, compared) }]
    }),
  )
}

/** A figure that could not be measured is not within any bound. */
function isWithin(bound: Bound, product: number, compared: number | null): boolean {
  if (bound === null) return true
  if ('most' in bound)
    return product <= bound.most || (bound.orTimes !== undefined && compared !== null && product / compared <= bound.orTimes)
  if ('least' in bound) return product >= bound.least
  if (compared === null) return false
  return 'times' in bound ? product / compared <= bound.times : product - compared <= bound.above
}
