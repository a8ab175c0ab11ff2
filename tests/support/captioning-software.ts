/** Behaves as captioning software does: it counts its lines, repeats what was not answered, and takes the lines of a short outage along. */

export type SpokenLine = {
  /** When its last word was spoken, in milliseconds of the meeting, and when the software sends it. */
  readonly spokenAt: number
  readonly sentAt: number
  /** For how long it kept the line while it had no connection, in milliseconds. */
  readonly waited: number
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
      const line = { spokenAt, sentAt: spokenAt + 1_500 + random() * 2_500, waited: 0, seq, text: `${name}, line ${seq}` }
      lines.push(line)
      if (random() < 1 / 15) lines.push({ ...line, sentAt: line.sentAt + random() * 3_000 })
    }
  }
  return lines.sort((a, b) => a.sentAt - b.sentAt)
}

/** A time without connection, in milliseconds of the meeting. */
export type Outage = { readonly from: number; readonly to: number }

/** How many lines it repeats when it connects again, because it does not know whether they arrived. */
const repeated = 3

/** The same lines with outages: what falls into one is kept, and sent when it ends, in order and with how long it waited, behind the last lines before it. */
export function sendAroundOutages(lines: readonly SpokenLine[], outages: readonly Outage[]): readonly SpokenLine[] {
  const isIn = ({ from, to }: Outage, { sentAt }: SpokenLine): boolean => sentAt >= from && sentAt < to
  const sent = lines.filter((line) => !outages.some((outage) => isIn(outage, line)))
  const afterwards = outages.flatMap((outage) => {
    const kept = [...lines.filter((line) => line.sentAt < outage.from).slice(-repeated), ...lines.filter((line) => isIn(outage, line))]
    return kept
      .sort((a, b) => a.seq - b.seq)
      .map((line, index) => {
        const sentAt = outage.to + index * 20
        return { ...line, sentAt, waited: Math.round(line.waited + sentAt - line.sentAt) }
      })
  })
  return [...sent, ...afterwards].sort((a, b) => a.sentAt - b.sentAt)
}
