/** The last differences of a stream. With them, a screen that was away for a short time gets only what it missed. */
import type { Delta } from '@rostrum/shared/projection/delta'
import type { Cursor } from '@rostrum/shared/protocol/frame'

type Step = { readonly base: Cursor; readonly deltas: readonly Delta[]; readonly letters: number }

export class RecentDeltas {
  readonly #maxLetters: number
  readonly #steps: Step[] = []
  #letters = 0

  constructor(maxLetters: number) {
    this.#maxLetters = maxLetters
  }

  add(step: Step): void {
    this.#steps.push(step)
    this.#letters += step.letters
    while (this.#letters > this.#maxLetters) this.#letters -= this.#steps.shift()?.letters ?? this.#letters
  }

  /** Returns what has changed since a screen held `base`. Returns null if that is too long ago or was never held. */
  compose(base: Cursor): readonly Delta[] | null {
    const from = this.#steps.findLastIndex((step) => step.base === base)
    return from === -1 ? null : keepLastWords(this.#steps.slice(from).flatMap(({ deltas }) => deltas))
  }
}

/** Leaves out differences that later ones replace. Changes of a list or a text build on each other, so they stay in order. */
const keepLastWords = (deltas: readonly Delta[]): readonly Delta[] => {
  const replaced = new Set<string>()
  const kept: Delta[] = []
  for (const delta of deltas.toReversed()) {
    const [kind, part] = delta
    const row = kind === '+' || kind === '-' ? `${part}\n${delta[2]}` : part
    if (replaced.has(part) || replaced.has(row)) continue
    kept.push(delta)
    if (kind !== '~') replaced.add(row)
  }
  return kept.reverse()
}
