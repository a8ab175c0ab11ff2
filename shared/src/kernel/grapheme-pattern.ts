/**
 * The grapheme clusters of Unicode (UAX 29) as a pattern. `Intl.Segmenter` returns the same, but needs fifty times as long: a participant
 * could stop the server with the longest texts.
 */

/** Marks that stand alone in Burmese, Ahom and Tai Tham, although they are marks. */
const ownMarks = String.raw`\u102b\u102c\u1038\u1062-\u1064\u1067-\u106d\u1083\u1087-\u108c\u108f\u109a-\u109c\u1a61\u1a63\u1a64\uaa7b\uaa7d\u{11720}\u{11721}`
/** Everything that joins the character before it: marks, joiners, tones of skin, tags, and vowels of Thai and Lao. */
const after = String.raw`(?:(?![${ownMarks}])\p{M}|[\u200c\u200d\u0e33\u0eb3\uff9e\uff9f\u{1f3fb}-\u{1f3ff}\u{e0020}-\u{e007f}])`
/** Signs that join the character after them. */
const before = String.raw`[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e\u{110bd}\u{110cd}\u{111c2}\u{111c3}\u{113d1}\u{1193f}\u{11941}\u{11a84}-\u{11a89}\u{11d46}\u{11f02}]`
/** Signs that join nothing. */
const control = String.raw`(?!${before}|${after})[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u2065\ufff0-\ufff8]`
const emoji = String.raw`\p{Extended_Pictographic}(?:[\p{Mn}\u200c\u{1f3fb}-\u{1f3ff}\u{e0020}-\u{e007f}]*\u200d\p{Extended_Pictographic})*`
/** The parts of Korean syllables. */
const initial = String.raw`[\u1100-\u115f\ua960-\ua97c]`
const vowel = String.raw`[\u1160-\u11a7\ud7b0-\ud7c6]`
const final = String.raw`[\u11a8-\u11ff\ud7cb-\ud7fb]`
/** The syllables that end with a vowel: every 28th. */
const open = `[${Array.from({ length: 399 }, (_, index) => String.fromCharCode(0xac00 + 28 * index)).join('')}]`
const korean = String.raw`${initial}*(?:${open}${vowel}*|[\uac00-\ud7a3]|${vowel}+)${final}*|${initial}+|${final}+`
/** Consonants of Devanagari, Bengali, Gujarati, Odia, Telugu and Malayalam, and the signs that join two of them. */
const consonant = String.raw`[\u0915-\u0939\u0958-\u095f\u0978-\u097f\u0995-\u09a8\u09aa-\u09b0\u09b2\u09b6-\u09b9\u09dc\u09dd\u09df\u09f0\u09f1\u0a95-\u0aa8\u0aaa-\u0ab0\u0ab2\u0ab3\u0ab5-\u0ab9\u0af9\u0b15-\u0b28\u0b2a-\u0b30\u0b32\u0b33\u0b35-\u0b39\u0b5c\u0b5d\u0b5f\u0b71\u0c15-\u0c28\u0c2a-\u0c39\u0c58-\u0c5a\u0d15-\u0d3a]`
/** The marks that may stand between the two. */
const between = String.raw`[\p{Mn}\u200d\u{1f3fb}-\u{1f3ff}]`
const joining = String.raw`[\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d]`
/** Nothing here can be split in two ways, so that a long run of marks takes no more than its length. */
const indic = `${consonant}(?:(?:(?!${joining})${between})*${joining}${between}*${consonant})*`

/** Matches one grapheme cluster after the other. */
const graphemePattern = new RegExp(
  String.raw`\r\n|${control}|${before}*(?:\p{RI}{2}|${emoji}|${korean}|${indic}|(?!${control})[^])${after}*`,
  'gu',
)

/** Counts graphemes of a text that anybody may have sent. Stops after `limit`, so that long input costs no more than allowed input. */
export const countGraphemesByPattern = (text: string, limit = Number.POSITIVE_INFINITY): number => {
  let count = 0
  graphemePattern.lastIndex = 0
  while (count <= limit && graphemePattern.test(text)) count += 1
  return count
}
