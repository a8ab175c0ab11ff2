/** Behaves as captioning software does. It numbers its lines, repeats unanswered ones, and sends the lines of a short outage afterwards. */

export type SpokenLine = {
  /** When its last word was spoken and when the software sends it, in milliseconds of the meeting. */
  readonly spokenAt: number
  readonly sentAt: number
  /** How long the software kept the line while it had no connection, in milliseconds. */
  readonly waited: number
  readonly seq: number
  readonly text: string
}

/** Makes a function that gives random numbers. The same seed gives the same numbers. */
const makeRandom = (seed: number) => () => {
  seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296
  return seed / 4_294_967_296
}

type Speech = { readonly from: number; readonly to: number; readonly name: string }

/**
 * Lists the lines that software sends while these turns are spoken, in the order in which they arrive. A line comes 1.5 to 4 seconds after
 * its last word, so some lines change places. One in fifteen is sent twice.
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

/** The number of lines that are repeated after a new connection, because the software does not know whether they arrived. */
const repeated = 3

/**
 * Returns the same lines with outages. Lines that fall into an outage are kept and sent at its end, in order and with their waiting time.
 * The last lines before the outage are repeated first.
 */
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
