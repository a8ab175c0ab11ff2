/** How a name reads at a glance, whatever letters it is written with. */

/** Letters of other alphabets, and digits, that look like Latin letters. */
const lookalikes: Readonly<Record<string, string>> = {
  ...{ а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', у: 'y', х: 'x', і: 'i', ѕ: 's', ј: 'j', һ: 'h', ԁ: 'd', т: 't', м: 'm', н: 'h', к: 'k' },
  ...{ ꮯ: 'c', ꮋ: 'h', ꭺ: 'a', ꭵ: 'i', ꮖ: 'i', ꮢ: 'r', ꭱ: 'r', ꮪ: 's', ꭲ: 't', ꭼ: 'e', ꮇ: 'm', ꭰ: 'd', ꮲ: 'p', ꮮ: 'l', ꮎ: 'o' },
  ...{ օ: 'o', ս: 'u', հ: 'h', ո: 'n', 3: 'e', 4: 'a', 5: 's', 7: 't' },
  ...{ α: 'a', ε: 'e', ι: 'i', ο: 'o', ρ: 'p', τ: 't', υ: 'u', ν: 'v', κ: 'k', χ: 'x', ı: 'i', ɑ: 'a', ɡ: 'g', 0: 'o', 1: 'l' },
}

/** Small signs after a word, such as "²" and "™". They would be read as letters or digits of it. */
const raised = /[\u00ae\u00a9\u00b9\u00b2\u00b3\u02b0-\u02ff\u2070-\u209f\u2120\u2122]/gu

/** Folds a name to lower case without marks, with Arabic letters in one form. */
export const fold = (name: string): string =>
  name
    .replace(raised, ' ')
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{DI}\u0640]/gu, '')
    .toLocaleLowerCase('und')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ة/g, 'ه')
    .replace(/ى/g, 'ي')

export const replaceLookalikes = (word: string): string => [...word].map((letter) => lookalikes[letter] ?? letter).join('')

/** A letter that is written several times is read as one: "Chairr". */
const repeated = /(\p{L})\1+/gu
export const collapse = (word: string): string => word.replace(repeated, '$1')

/** Groups of Latin letters that look alike in many fonts get one form: "Chalr" reads as "Chair", and "rn" as "m". */
export const blur = (word: string): string => word.replaceAll('l', 'i').replaceAll('rn', 'm').replaceAll('vv', 'w')

/** No word mixes these alphabets, so a foreign letter in a Latin word stands for a letter of it, whichever it resembles. */
const foreign = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Coptic}\p{Script=Lisu}]/u
const latin = /\p{Script=Latin}/u
const isMixed = (letters: readonly string[]): boolean =>
  letters.some((letter) => foreign.test(letter)) && letters.filter((letter) => latin.test(letter)).length > 1

/** True if a word that mixes alphabets reads as one of these forms. */
export const isReadAs = (name: string, forms: ReadonlySet<string>): boolean => {
  const word = fold(name)
  const letters = [...word]
  if (!isMixed(letters)) return false
  const matches = (form: string) => {
    const own = [...form]
    return own.length === letters.length && letters.every((letter, index) => foreign.test(letter) || letter === own[index])
  }
  return [...forms].some(matches)
}
