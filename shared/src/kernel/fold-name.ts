/** How names of organizations are compared: as people mean them. */
import { foldForSearch } from './text.ts'

/** Words in front of a name that do not change whose name it is. */
const leading = new Set(
  'the le la les l el los las of de du des d del delegation delegacion permanent permanente mission mision government gouvernement gobierno'.split(
    ' ',
  ),
)
const shortened: Readonly<Record<string, string>> = { st: 'saint', ste: 'sainte', rep: 'republic', dem: 'democratic' }

/** Returns the name for comparison: without case, accents, stops and articles. "U.S.A." is "usa", and "St." is "saint". */
export const foldName = (name: string): string => {
  const words = foldForSearch(name.replaceAll('&', ' and '))
    .replace(/\b[a-z] (?=[a-z]\b)/g, (letter) => letter.trim())
    .split(' ')
  const start = words.findIndex((word) => !leading.has(word))
  return words
    .slice(Math.max(start, 0))
    .map((word) => shortened[word] ?? word)
    .join(' ')
}
