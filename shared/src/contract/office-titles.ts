/**
 * Names that readers could mistake for an officer of the session, in the six official languages of the United Nations. In such a name every
 * word is the title of an office or goes with titles ("Office of the Chair"). Any other word makes it the name of an organization ("Chair
 * Makers Federation", "Secretariat of the Pacific Community").
 */
import { foldName } from '../kernel/fold-name.ts'
import { foldForSearch } from '../kernel/fold-text.ts'
import { blur, collapse, fold, indexReadings, isReadAs, replaceLookalikes, trimStrange } from './name-reading.ts'
import { companions, frames, officeTitles } from './office-words.ts'

const listForms = (words: readonly string[]): ReadonlySet<string> => {
  const folded = words.map((word) => fold(word).replaceAll(' ', ''))
  const forms = [...folded, ...folded.map(replaceLookalikes)]
  return new Set([...forms, ...forms.map(collapse), ...forms.map(blur)])
}

const titleForms = listForms(officeTitles)
const titleReadings = indexReadings(titleForms)
const companionForms = listForms(companions)
const frameForms = listForms(frames)

/** "Co-Chair" and "Vice-Chair" are offices too. A separate prefix belongs to the next word. */
const rankPrefix = /^(?:co|vice|со|вице)/
const separateRank = /(^|[^\p{L}\p{N}])(co|vice|со|вице)[^\p{L}\p{N}]+(?=\p{L})/gu
/** In Arabic the article, "and" and "to" are written together with the word. */
const arabicPrefix = /^(?:و?(?:ال|لل)|و)/
const digits = /^\d+$/

/** Chinese is written without spaces, so longer words are tried first. */
const byLength = (words: ReadonlySet<string>) =>
  [...words].filter((word) => /\p{Script=Han}/u.test(word)).sort((a, b) => b.length - a.length)
const chineseTitle = new RegExp(byLength(titleForms).join('|'), 'u')
const chineseName = new RegExp(`^(?:${byLength(new Set([...titleForms, ...companionForms])).join('|')})+$`, 'u')

/** Most names have few different variants, and each costs time in a list of thousands: so they are compared before they are worked on. */
const listVariants = (word: string): ReadonlySet<string> => {
  const plain = trimStrange(word).replace(/\p{N}+$/u, '')
  const latin = replaceLookalikes(word)
  const read = new Set([word, plain, latin, word.includes('1') ? replaceLookalikes(word.replaceAll('1', 'i')) : latin, blur(latin)])
  for (const one of [...read]) read.add(collapse(one))
  for (const one of [...read]) read.add(one.replace(rankPrefix, ''))
  for (const one of [...read]) if (one.endsWith('s')) read.add(one.replace(/e?s$/, ''))
  return read.add(word.replace(arabicPrefix, ''))
}

/** "ChairSecretariat" is two titles in one word. */
const isTwoTitles = (word: string): boolean =>
  Array.from({ length: Math.max(0, word.length - 2 * shortestTitle + 1) }, (_, index) => index + shortestTitle).some(
    (end) => titleForms.has(word.slice(0, end)) && titleForms.has(word.slice(end)),
  )
const shortestTitle = 4

const isTitle = (word: string): boolean =>
  [...listVariants(word)].some((one) => titleForms.has(one) || isReadAs(one, titleReadings)) ||
  isTwoTitles(word) ||
  (chineseName.test(word) && chineseTitle.test(word))
const isCompanion = (word: string): boolean =>
  digits.test(word) ||
  [word, replaceLookalikes(word), word.replace(arabicPrefix, '')].some((one) => companionForms.has(one)) ||
  chineseName.test(word)

/** True if readers could mistake a name for an officer. Badges of officers are drawn outside the name. */
export const imitatesOfficeTitle = (name: string): boolean => {
  const words = fold(name)
    .replace(separateRank, '$1$2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  // Spaced-out letters, or a title in two words, are read as one.
  return isTitle(words.join('')) || (words.some(isTitle) && words.every((word) => isTitle(word) || isCompanion(word)))
}

const isFrame = (word: string): boolean => [word, word.replace(arabicPrefix, '')].some((one) => frameForms.has(one))
const isAround = (word: string): boolean => isFrame(word) || isCompanion(word) || isTitle(word)
/** In Chinese the frame is written together with the name. */
const chineseFrame = new RegExp(`(?<=\\p{Script=Han}{2})(?:${byLength(frameForms).join('|')})$`, 'u')

/**
 * Returns how the name of an organization reads at a glance: without titles of offices, frames of States and the words that go with them,
 * and with one form for letters that look alike. "Kenya (Chair)" reads as "Kenya". Empty if nothing else is left.
 */
export const readOrganization = (name: string): string =>
  foldName(replaceLookalikes(fold(name)))
    .split(' ')
    .map((word) => word.replace(chineseFrame, ''))
    .filter((word) => !isAround(word))
    .map(blur)
    .join('')

/** Returns the name that is left in the middle: "Embassy of France" gives "france". The words between are kept. */
export const removeFrame = (name: string): string => {
  const words = foldForSearch(name)
    .split(' ')
    .map((word) => word.replace(chineseFrame, ''))
  const start = words.findIndex((word) => !isAround(word))
  const end = words.findLastIndex((word) => !isAround(word))
  return words.slice(Math.max(start, 0), end + 1).join(' ')
}
