/** What a proof is: one figure of the promises, found by running the product, in a short form and a long one. */

/** `short` runs with the tests. `long` runs before a release, and may take hours. */
export type ProofForm = 'short' | 'long'

export type ProofResult = {
  /** One line, with the number that was counted: `0 lost of 5,312 confirmed, 50 kills`. */
  readonly figure: string
  /** What broke the promise, or was not enough to prove it: enough to find it again. Nothing means that it holds. */
  readonly failures: readonly string[]
}

/** What may be asked of a proof whose runs come from seeds. `seed`: that one alone, as a replay. `count`: how many. */
export type ProofOptions = { readonly seed?: number; readonly count?: number }

export type Proof = {
  /** The promises of docs/guarantees.md that it is about. */
  readonly promises: readonly `G${number}`[]
  /** In a few words what is counted, for the list of proofs. */
  readonly says: string
  /** How long the short form may take, in ms. */
  readonly atMost: number
  /** It judges times or takes every processor: nothing else may run at the same time. */
  readonly isAlone?: true
  /** A test run without it skips the proof. */
  readonly needs?: 'redis' | 'strace'
  /** The options that it takes. */
  readonly takes?: readonly (keyof ProofOptions)[]
  run(form: ProofForm, options: ProofOptions): Promise<ProofResult>
}

export const formatCount = (count: number): string => count.toLocaleString('en')
