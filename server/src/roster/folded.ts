/** Words as they are compared: without case, accents, vowel signs and punctuation. What is kept is never folded. */
export const folded = (text: string): string =>
  (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ')
