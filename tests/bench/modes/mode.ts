/** A mode: the measurement, the comparison, and the bounds. A figure without a bound does not compile. */

/**
 * `most` and `least` limit the figure itself. `times`: the figure may be at most this multiple of the comparison from the same run.
 * `above`: it may exceed the comparison by at most this amount. `orTimes`: a figure above `most` is accepted up to this multiple of the
 * comparison. Null: the figure is only shown.
 */
export type Bound =
  | { readonly most: number; readonly orTimes?: number }
  | { readonly least: number }
  | { readonly times: number }
  | { readonly above: number }
  | null

export type Figure = {
  readonly says: string
  readonly unit: 'ms' | 'B' | 'kB' | 'frames' | '/s' | '%' | 'requests'
  readonly bound: Bound
}

export type Options = {
  /** The number of participants' screens. */
  readonly clients: number
  readonly rounds: number
  /** The duration of one measurement. */
  readonly seconds: number
  /** The commands per second. */
  readonly rate: number
}

export type Round<F extends string> = Readonly<Record<F, number>>
/** `compared`: the comparison from the same run, measured in turns. Empty if the mode has no comparison. */
export type Rounds<F extends string> = { readonly product: readonly Round<F>[]; readonly compared: readonly Round<F>[] }

export type Mode<F extends string = string> = {
  readonly title: string
  /** The name of the comparison, or null. */
  readonly against: string | null
  /** The options for which the bounds are promised. */
  readonly defaults: Options
  readonly figures: Readonly<Record<F, Figure>>
  readonly run: (options: Options) => Promise<Rounds<F>>
}

/** Makes sure that each figure of a run has its row, and that there are no other rows. */
export const defineMode = <F extends string>(mode: Mode<F>): Mode<F> => mode
