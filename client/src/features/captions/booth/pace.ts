/** A speaker's pace, in words a minute, from the captions of their turn. */
import type { CaptionLine } from '@rostrum/shared/protocol/captions'

/** Words a minute that interpreters follow with ease, and the pace from which it is too fast. */
export const [comfortablePace, fastPace] = [120, 140] as const

/** A pace in words a minute that nobody speaks. Lines that arrive faster were held back and belong together. */
const impossiblePace = 220

/** How many words more or fewer than at `fastPace` show a changed pace. Captions that are half a second late or early make one. */
const enoughWords = 1

/** Milliseconds: how far back the number looks, and the shortest time that allows a number for a new speaker. */
const [lookBack, leastSpan] = [20_000, 2_000] as const

/** The silence, in milliseconds, after which there is no number: twice the average time between two lines, within these bounds. */
const [shortSilence, longSilence] = [3_000, 8_000] as const

/** `words` a minute; null while there are too few lines to tell. */
export type SpokenPace = { readonly words: number | null; readonly isFast: boolean }

/** Counts words by the rules of their language: Chinese writes no spaces between them. */
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

/** One line, or several that were held back together, and the state after it. */
type Arrival = {
  readonly at: number
  readonly words: number
  readonly isFast: boolean
  /** The number of words by which the latest arrivals indicate the other pace, and since when they do. */
  readonly doubt: number
  readonly doubtSince: number
  /** Since when the pace has been fast, or not fast. */
  readonly paceSince: number
}

/**
 * Divides the words after the first line by the time since that line, because the words of a line are spoken before it arrives. So two
 * lines are enough for a new speaker. The number covers the last 20 seconds, or less if the pace has changed since. The pace has changed if
 * the lines together have one word more than at `fastPace`, or, for a fast speaker, one word fewer. A single early line is not enough.
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
  return { words, isFast: last.isFast && words !== null }
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
  // Captions that have stopped say nothing of the speaker, neither that it is a fast nor a slow one.
  if (now - last.at > Math.max(shortSilence, Math.min(longSilence, (2 * span) / (recent.length - 1)))) return null
  const words = recent.slice(1).reduce((total, one) => total + one.words, 0)
  return Math.round((words * 60_000) / span)
}

/** Returns the position of a pace on the bar, from 0 to 1. */
export const toPlace = (pace: number): number => Math.min(1, Math.max(0, (pace - 20) / 200))
