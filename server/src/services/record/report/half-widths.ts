/** Full-width characters, such as Chinese ones, are as wide as two Latin letters. */

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60\p{Extended_Pictographic}]/u

export const isWideSign = (sign: string): boolean => wide.test(sign)

/** Returns the number of Latin letters with the same width. */
export const countHalfWidths = (text: string): number => {
  let count = 0
  for (const sign of text) count += isWideSign(sign) ? 2 : sign.length
  return count
}
