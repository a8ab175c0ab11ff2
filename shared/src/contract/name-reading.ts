/** How a name reads at a glance, whatever letters it is written with. */
import { foldLetters } from '../kernel/fold-text.ts'

/** Letters of other alphabets, and digits, that look like Latin letters. */
const lookalikes: Readonly<Record<string, string>> = {
  ...{ а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', у: 'y', х: 'x', і: 'i', ѕ: 's', ј: 'j', һ: 'h', ԁ: 'd', т: 't', м: 'm', н: 'h', к: 'k' },
  ...{ օ: 'o', ս: 'u', հ: 'h', ո: 'n', 3: 'e', 4: 'a', 5: 's', 7: 't' },
  ...{ α: 'a', ε: 'e', ι: 'i', ο: 'o', ρ: 'p', τ: 't', υ: 'u', ν: 'v', κ: 'k', χ: 'x', ı: 'i', ɑ: 'a', ɡ: 'g', 0: 'o', 1: 'l' },
}

/** Small signs after a word, such as "²" and "™". They would be read as letters or digits of it. */
const raised = /[\u00ae\u00a9\u00b9\u00b2\u00b3\u02b0-\u02ff\u2070-\u209f\u2120\u2122]/gu

/** Small capitals from A to Z. Unicode gives them no other form. */
const smallCapitals = [...'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡxʏᴢ']
/** White letters in black circles and squares, from A to Z. Unicode gives them no other form. */
const letterSign = /[\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}]/gu
/** Two of these are a flag. One alone, or in a name without any other letters, is a letter. */
const loneFlagLetter = /(?<![\u{1f1e6}-\u{1f1ff}])[\u{1f1e6}-\u{1f1ff}](?![\u{1f1e6}-\u{1f1ff}])/gu
const flagLetter = /[\u{1f1e6}-\u{1f1ff}]/gu
const letterAt = (index: number): string => String.fromCharCode(97 + index)
const readSign = (sign: string): string => letterAt(((sign.codePointAt(0) ?? 0) - 0x1f150) % 32)
const readFlagLetter = (sign: string): string => letterAt((sign.codePointAt(0) ?? 0) - 0x1f1e6)
const readSmallCapital = (letter: string): string => letterAt(smallCapitals.indexOf(letter))
const smallCapital = new RegExp(`[${smallCapitals.join('')}]`, 'gu')

/** Signs that stand for a letter within a word, such as in "Ch@ir". */
const signs: Readonly<Record<string, string>> = { '@': 'a', $: 's', '!': 'i', '|': 'i', '€': 'e' }
const signWithin = /(?<=\p{L})[@$!|€](?=\p{L})/gu

/** Folds a name to lower case without marks, with Arabic letters in one form. A letter that is only drawn differently becomes plain. */
export const fold = (name: string): string =>
  foldLetters(
    name
      .replace(letterSign, readSign)
      .replace(/\p{L}/u.test(name) ? loneFlagLetter : flagLetter, readFlagLetter)
      .replace(raised, ' ')
      .replace(smallCapital, readSmallCapital),
  )
    .replace(/[\p{M}\p{DI}]/gu, '')
    .replace(signWithin, (sign) => signs[sign] ?? sign)

const lookalike = new RegExp(`[${Object.keys(lookalikes).join('')}]`, 'gu')
export const replaceLookalikes = (word: string): string => word.replace(lookalike, (letter) => lookalikes[letter] ?? letter)

/** A letter that is written several times is read as one: "Chairr". */
const repeated = /(\p{L})\1+/gu
export const collapse = (word: string): string => word.replace(repeated, '$1')

/** Groups of Latin letters that look alike in many fonts get one form: "Chalr" reads as "Chair", and "rn" as "m". */
export const blur = (word: string): string =>
  word.replaceAll('cl', 'd').replaceAll('l', 'i').replaceAll('rn', 'm').replaceAll('ri', 'n').replaceAll('vv', 'w')

/** The forms that are written in plain Latin letters, by their number of letters. */
export type ReadingIndex = ReadonlyMap<number, readonly string[]>
export const indexReadings = (forms: Iterable<string>): ReadingIndex => {
  const index = new Map<number, string[]>()
  for (const form of forms) if (/^[a-z]+$/.test(form)) index.set(form.length, [...(index.get(form.length) ?? []), form])
  return index
}

const isPlainWord = /^[a-z0-9]*$/
const isPlain = (letter: string): boolean => /^[a-z0-9]$/.test(letter)

/**
 * True if most letters of a word are those of one of these forms, and the others are not plain Latin letters. Such a letter stands for any
 * letter, so that no list has to name everything that resembles something.
 */
export const isReadAs = (word: string, forms: ReadingIndex): boolean => {
  if (isPlainWord.test(word)) return false
  const letters = [...word].map((letter) => lookalikes[letter] ?? letter)
  const certain = letters.filter(isPlain).length
  if (certain === letters.length || certain * 2 <= letters.length) return false
  const matches = (form: string) => letters.every((letter, index) => letter === form[index] || !isPlain(letter))
  return (forms.get(letters.length) ?? []).some(matches)
}

/** The scripts in which languages are written every day: those that UAX 31 recommends for names. */
const everydayScripts = [
  ...['Latn', 'Cyrl', 'Grek', 'Arab', 'Hebr', 'Armn', 'Geor', 'Ethi', 'Thaa', 'Deva', 'Beng', 'Gujr', 'Guru', 'Knda', 'Mlym', 'Orya'],
  ...['Sinh', 'Taml', 'Telu', 'Thai', 'Laoo', 'Khmr', 'Mymr', 'Tibt'],
].map((script) => `\\p{scx=${script}}`)
/** These are written together, and with Latin words between them. */
const eastAsian = ['Latn', 'Hani', 'Hira', 'Kana', 'Bopo', 'Hang'].map((script) => `\\p{scx=${script}}`).join('')
const ofAnyScript = String.raw`\p{sc=Zyyy}\p{sc=Zinh}`
const everyday = new RegExp(`^(?:${[...everydayScripts, eastAsian].map((script) => `[${ofAnyScript}${script}]+`).join('|')})$`, 'u')
const betweenWords = /(?:(?=[\p{P}\p{S}\p{Z}])[\p{sc=Zyyy}])+/u

/** True for a small letter that has no capital, such as "ᴋ": only dictionaries and decorations use it. */
const isDecorative = (letter: string): boolean => letter.toUpperCase() === letter

/**
 * True if a name cannot be compared with others by its letters: a word mixes alphabets, or has letters in which no language is written every
 * day.
 */
export const isHardToRead = (name: string): boolean =>
  name.split(betweenWords).some((word) => word !== '' && !everyday.test(word)) || (name.match(/\p{Ll}/gu) ?? []).some(isDecorative)

const strangeEnds = new RegExp(
  `^[^${ofAnyScript}${everydayScripts.join('')}${eastAsian}]+|[^${ofAnyScript}${everydayScripts.join('')}${eastAsian}]+$`,
  'gu',
)
/** Removes letters of other scripts at the ends of a word. Some of them look like a full stop. */
export const trimStrange = (word: string): string => word.replace(strangeEnds, '')
