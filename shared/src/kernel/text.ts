/** The lengths of texts as readers see them, shorter texts, and sentences in a row. */
const graphemeSegmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

/**
 * Counts graphemes: characters as a reader sees them. Stops after `limit`. For the short texts of a page: what others send is counted by
 * `countGraphemesByPattern`, which a page need not load.
 */
export const countGraphemes = (text: string, limit = Number.POSITIVE_INFINITY): number => {
  let count = 0
  for (const _ of graphemeSegmenter.segment(text)) {
    count += 1
    if (count > limit) break
  }
  return count
}

const wordSegmenter = new Intl.Segmenter('und', { granularity: 'word' })

/** Two or more signs, none of which belongs to a word. The segmenter would return each of them. */
const signsBetweenWords = /[^\p{L}\p{Nd}\p{Nl}\p{M}\p{Pc}\p{Cf}]{2,}/gu

/** Counts words as a word processor does. In scripts without spaces, the word boundaries of Unicode count. Stops after `limit`. */
export const countWords = (text: string, limit = Number.POSITIVE_INFINITY): number => {
  let count = 0
  for (const { isWordLike } of wordSegmenter.segment(text.replace(signsBetweenWords, ' '))) {
    if (isWordLike) count += 1
    if (count > limit) break
  }
  return count
}

/** Shortens text to at most `limit` graphemes. The ellipsis at the end of a shortened text counts as one of them. */
export const truncate = (text: string, limit: number): string => {
  if (countGraphemes(text, limit) <= limit) return text
  const start = [...graphemeSegmenter.segment(text)].slice(0, limit - 1)
  return `${start.map(({ segment }) => segment).join('')}…`
}

/** Like `truncate`, but ends after a whole word if there is one. */
export const truncateAtWord = (text: string, limit: number): string => {
  const cut = truncate(text, limit)
  if (cut === text) return text
  const kept = cut.slice(0, -1)
  const isWordEnd = /^\s/u.test(text.slice(kept.length)) || !/\s/u.test(kept)
  const words = (isWordEnd ? kept : kept.replace(/\s+\S*$/u, '')).trimEnd()
  return `${words.replace(/[\s,;،؛、，–—-]+$/u, '')}…`
}

/** True for text that ends with a full-width Chinese sign. The sign contains its space, so no other space follows. */
export const endsWide = (text: string): boolean => /[\u3000-\u303f\uff00-\uff60]$/u.test(text)

/** Removes the full stop of a text that is quoted within a sentence. */
export const dropFinalStop = (text: string): string => text.replace(/[.。]$/, '')

/** Joins the sentences of one paragraph. */
export const joinTexts = (all: readonly string[]): string =>
  all.reduce((before, text) => (before === '' || endsWide(before) ? before + text : `${before} ${text}`), '')
