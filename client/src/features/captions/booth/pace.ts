/** How fast somebody speaks, in words a minute, from the captions of their turn. */
import type { CaptionLine } from '@rostrum/shared/protocol/captions'

/** Words a minute that interpreters follow with ease, and from where it is too fast. */
export const [comfortablePace, fastPace] = [120, 140] as const

/** Milliseconds: how far back it looks; and the least time that says anything, because lines may come together. */
const [lookBack, leastSpan] = [20_000, 2_000] as const

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

/**
 * The words that came after the oldest of the last 20 seconds, by the time since that one: the words of the oldest were spoken before it
 * came. So it tells the pace of a new speaker after two lines. Null while there is too little to tell, and after 20 seconds of silence.
 */
export const computeSpokenPace = (lines: readonly CaptionLine[], turn: string, language: string, now: number): number | null => {
  const recent = lines.filter((line) => line.turn?.id === turn && line.at > now - lookBack && line.at <= now)
  const [first] = recent
  const last = recent.at(-1)
  if (first === undefined || last === undefined || last.at - first.at < leastSpan) return null
  const words = recent.slice(1).reduce((total, { text }) => total + countSpokenWords(text, language), 0)
  // A pause counts once it is longer than the pause between two lines.
  const usual = (last.at - first.at) / (recent.length - 1)
  const span = Math.max(last.at, now - usual) - first.at
  return Math.round((words * 60_000) / span)
}

/** Where a pace stands on the bar, from 0 to 1. */
export const toPlace = (pace: number): number => Math.min(1, Math.max(0, (pace - 20) / 200))
