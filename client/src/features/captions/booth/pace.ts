/** How fast somebody speaks, in words a minute, from the captions of their turn. */
import type { CaptionLine } from '@rostrum/shared/protocol/captions'

/** Words a minute that interpreters follow with ease, and from where it is too fast. */
export const [comfortablePace, fastPace] = [120, 140] as const

/** Words a minute that nobody speaks: lines that come faster have waited for each other. */
const impossiblePace = 220

/** So many words more, or fewer, than at `fastPace` show another pace. Captions that come half a second late or early make one. */
const enoughWords = 1

/** Milliseconds: how far back the number looks; and the least time that says anything of a new speaker. */
const [lookBack, leastSpan] = [20_000, 2_000] as const

/** `words` a minute: null while there is too little to tell. */
export type SpokenPace = { readonly words: number | null; readonly isFast: boolean }

/** Words as their language has them: Chinese writes none of the spaces between them. */
export const countSpokenWords = (text: string, language: string): number => {
  let words = 0
  for (const { isWordLike } of getSegmenter(language).segment(text)) if (isWordLike) words += 1
  return words
}

const segmenters = new Map<string, Intl.Segmenter>()
const getSegmenter = (language: string): Intl.Segmenter => {
  const known = segmenters.get(language)
  if (known) return known
  const made = new Intl.Segmenter(language, { granularity: 'word' })
  segmenters.set(language, made)
  return made
}

const wordCounts = new WeakMap<CaptionLine, number>()
const countWordsOf = (line: CaptionLine, language: string): number => {
  const known = wordCounts.get(line)
  if (known !== undefined) return known
  const words = countSpokenWords(line.text, language)
  wordCounts.set(line, words)
  return words
}

/** One line, or several that waited for each other, and what is known since. */
type Arrival = {
  readonly at: number
  readonly words: number
  readonly isFast: boolean
  /** Words by which the latest arrivals speak for the other pace, and since when they do. */
  readonly doubt: number
  readonly doubtSince: number
  /** Since when the pace is the one that it is. */
  readonly paceSince: number
}

/**
 * The words that came after the first line, by the time since that one: the words of a line were spoken before it came. So two lines tell
 * the pace of a new speaker. The number is that of the last 20 seconds, or since the pace became another one: it has when the lines
 * together have a word more than `fastPace` would make, or, where it was fast, a word fewer. One line that comes early is not enough.
 */
export const computeSpokenPace = (lines: readonly CaptionLine[], turn: string, language: string, now: number): SpokenPace => {
  const arrivals: Arrival[] = []
  for (const line of lines) {
    if (line.turn?.id !== turn || line.at > now) continue
    let words = countWordsOf(line, language)
    while (words > countAtPace(impossiblePace, line.at - (arrivals.at(-1)?.at ?? -Infinity))) words += arrivals.pop()?.words ?? 0
    arrivals.push(judge(arrivals.at(-1), line.at, words))
  }
  const last = arrivals.at(-1)
  if (last === undefined) return { words: null, isFast: false }
  const words = computeNumber(arrivals, last, now)
  // A fast speaker who pauses is not fast.
  return { words, isFast: last.isFast && words !== null && words >= comfortablePace }
}

const countAtPace = (pace: number, milliseconds: number): number => (pace * milliseconds) / 60_000

const judge = (before: Arrival | undefined, at: number, words: number): Arrival => {
  if (before === undefined) return { at, words, isFast: false, doubt: 0, doubtSince: at, paceSince: at }
  const { isFast, doubtSince, paceSince } = before
  const surplus = words - countAtPace(fastPace, at - before.at)
  const doubt = before.doubt + (isFast ? -surplus : surplus)
  if (doubt >= enoughWords) return { at, words, isFast: !isFast, doubt: 0, doubtSince: at, paceSince: doubtSince }
  return doubt > 0 ? { at, words, isFast, doubt, doubtSince, paceSince } : { at, words, isFast, doubt: 0, doubtSince: at, paceSince }
}

const computeNumber = (arrivals: readonly Arrival[], last: Arrival, now: number): number | null => {
  const isRecent = ({ at }: Arrival) => at > now - lookBack
  const first = arrivals.findLastIndex(({ at }) => at <= last.paceSince && at < last.at)
  const recent = arrivals.slice(Math.max(0, first)).filter(isRecent)
  const span = last.at - (recent[0]?.at ?? last.at)
  if (span === 0 || (first <= 0 && span < leastSpan)) return null
  const words = recent.slice(1).reduce((total, one) => total + one.words, 0)
  // A pause counts once it is longer than the pause between two lines.
  const pause = Math.max(0, now - last.at - span / (recent.length - 1))
  return Math.round((words * 60_000) / (span + pause))
}

/** Where a pace stands on the bar, from 0 to 1. */
export const toPlace = (pace: number): number => Math.min(1, Math.max(0, (pace - 20) / 200))
