/** A speaker and a captioner: the lines that result from a turn, and their times. */
import type { Instant } from '@rostrum/shared/kernel/time'
import type { CaptionLine } from '@rostrum/shared/protocol/captions'
import type { SeededRandom } from './seeded-random.ts'

export type Captioner = {
  readonly random: SeededRandom
  /** Whether a line has 5 to 12 words, or the words of 1 to 4 seconds. */
  readonly cutsBy: 'words' | 'time'
  /** The most milliseconds by which lines come late. */
  readonly jitter: number
  /** The share of lines that are held back and come together with the next one. */
  readonly held: number
}

/** `spokenFrom`: the beginning of its first word, in milliseconds of the turn. */
export type SimulatedLine = CaptionLine & { readonly spokenFrom: number }

/** `getPace`: the words per minute at a millisecond of the turn. */
export function simulateTurn(getPace: (at: number) => number, length: number, captioner: Captioner): readonly SimulatedLine[] {
  const { random, cutsBy, jitter, held } = captioner
  const lines: SimulatedLine[] = []
  let [spoken, waiting] = [0, 0]
  while (spoken < length) {
    const spokenFrom = spoken
    const [most, longest] = cutsBy === 'words' ? [5 + random.nextBelow(8), Infinity] : [12, 1_000 + random.next() * 3_000]
    let words = 0
    while (words < most && (words === 0 || spoken - spokenFrom + 60_000 / getPace(spoken) <= longest)) {
      spoken += 60_000 / getPace(spoken)
      words += 1
    }
    const at = Math.max(spoken + random.next() * jitter, lines.at(-1)?.at ?? 0) as Instant
    const text = Array.from({ length: words }, () => 'mot').join(' ')
    lines.push({ id: String(lines.length), text, at, turn: { id: 'turn', who: null, language: 'fr' }, spokenFrom })
    waiting += 1
    if (random.isLikely(held) && waiting === 1) continue
    // Lines that were held back come with this one.
    for (const [index, line] of lines.slice(-waiting).entries()) lines[lines.length - waiting + index] = { ...line, at }
    waiting = 0
  }
  return lines
}
