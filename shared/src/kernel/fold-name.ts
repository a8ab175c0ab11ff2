/** How names of organizations are compared: as people mean them. */
import { foldForSearch } from './fold-text.ts'

/** Words in front of a name that do not change whose name it is. */
const leading = new Set(
  'the le la les l el los las of de du des d del delegation delegacion permanent permanente mission mision government gouvernement gobierno'.split(
    ' ',
  ),
)
const shortened: Readonly<Record<string, string>> = { st: 'saint', ste: 'sainte', rep: 'republic', dem: 'democratic' }

/**
 * Returns the name for comparison: without case, accents, stops and articles. "U.S.A." is "usa", and "St." is "saint". A name of signs alone
 * is compared as it is written. Only an empty name gives an empty text.
 */
export const foldName = (name: string): string => {
  const folded = foldForSearch(name.replaceAll('&', ' and '))
  if (folded === '') return name.trim()
  const words = folded.replace(/\b[a-z] (?=[a-z]\b)/g, (letter) => letter.trim()).split(' ')
  const start = words.findIndex((word) => !leading.has(word))
  return words
    .slice(Math.max(start, 0))
    .map((word, _, all) => (all.length > 1 ? (shortened[word] ?? word) : word))
    .join(' ')
}
