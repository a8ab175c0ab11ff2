/** Behaves as captioning software does: it counts its lines, repeats what was not answered, and takes the lines of a short outage along. */

export type SpokenLine = {
  /** When its last word was spoken, in milliseconds of the meeting, and when the software sends it. */
  readonly spokenAt: number
  readonly sentAt: number
  readonly seq: number
  readonly text: string
}

/** The same numbers again for the same seed. */
const makeRandom = (seed: number) => () => {
  seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296
  return seed / 4_294_967_296
}

type Speech = { readonly from: number; readonly to: number; readonly name: string }

/**
 * What software sends while these turns are spoken, in the order in which it arrives. Lines come one and a half to four seconds after their last
 * word, so that some change places; one in fifteen is sent twice; now and then it connects again and sends what it had kept.
 */
export function listSentLines(turns: readonly Speech[], seed: number): readonly SpokenLine[] {
  const random = makeRandom(seed)
  const lines: SpokenLine[] = []
  let seq = 0
  for (const { from, to, name } of turns) {
    for (let spokenAt = from + 2_000 + random() * 3_000; spokenAt <= to; spokenAt += 2_500 + random() * 4_000) {
      seq += 1
      const line = { spokenAt, sentAt: spokenAt + 1_500 + random() * 2_500, seq, text: `${name}, line ${seq}` }
      lines.push(line)
      if (random() < 1 / 15) lines.push({ ...line, sentAt: line.sentAt + random() * 3_000 })
    }
  }
  return lines.sort((a, b) => a.sentAt - b.sentAt)
}
