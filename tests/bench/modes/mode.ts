/** A mode: what is measured, against what, and what it must reach. A figure without a bound does not compile. */

/** `most` and `least`: of the figure itself. `times`: at most so many times what it is compared with, in the same run.
 * `above`: at most so much more than that. `orTimes`: or, if it is more, at most so many times what it is compared with. Null: only shown. */
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
  /** Screens of participants. */
  readonly clients: number
  readonly rounds: number
  /** Of one measurement. */
  readonly seconds: number
  /** Commands a second. */
  readonly rate: number
}

export type Round<F extends string> = Readonly<Record<F, number>>
/** `compared`: in the same run, in turns. Empty where the mode compares with nothing. */
export type Rounds<F extends string> = { readonly product: readonly Round<F>[]; readonly compared: readonly Round<F>[] }

export type Mode<F extends string = string> = {
  readonly title: string
  /** What it is compared with, or null. */
  readonly against: string | null
  /** The bounds are promised for these. */
  readonly defaults: Options
  readonly figures: Readonly<Record<F, Figure>>
  readonly run: (options: Options) => Promise<Rounds<F>>
}

/** Every figure that a run returns has its row, and no other. */
export const defineMode = <F extends string>(mode: Mode<F>): Mode<F> => mode
