/** A proof: one figure for promises, found by running the product, in a short form and a long one. */

/** `short` runs with the tests. `long` runs before a release, and may take hours. */
export type ProofForm = 'short' | 'long'

export type ProofResult = {
  /** One line, with the counted number: `0 lost of 5,312 confirmed, 50 kills`. */
  readonly figure: string
  /** More figures, as lines of a table. */
  readonly table?: readonly string[]
  /** The ways in which a promise was broken or not sufficiently proved, with enough detail to find them again. Empty if it holds. */
  readonly failures: readonly string[]
}

/** The options of a proof whose runs come from seeds. `seed`: replays that one alone. `count`: the number of seeds. */
export type ProofOptions = { readonly seed?: number; readonly count?: number }

export type Proof = {
  /** The promises of docs/guarantees.md that it proves. */
  readonly promises: readonly `G${number}`[]
  /** A few words about the counted number, for the list of proofs. */
  readonly says: string
  /** The longest time that the short form may take, in ms. */
  readonly atMost: number
  /** The proof judges times: nothing else may run at the same time. */
  readonly isAlone?: true
  /** The proof uses what others leave of every processor. So it runs at the same time as they, in a file of its own. */
  readonly isPatient?: true
  /** A program that the proof needs. A test run without it skips the proof. */
  readonly needs?: 'redis' | 'strace'
  /** The options that it accepts. */
  readonly takes?: readonly (keyof ProofOptions)[]
  run(form: ProofForm, options: ProofOptions): Promise<ProofResult>
}

export const formatCount = (count: number): string => count.toLocaleString('en')
