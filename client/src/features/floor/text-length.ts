/** A name or question with more characters than each bound is set one size smaller, so that all of it fits. */
export const lengthBounds = { name: [48, 80, 400], question: [60, 150, 280] } as const

export type TextLength = 'long' | 'longer' | 'longest'

/** Ideographs and syllables are as wide as two letters. */
const wideCharacters = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu

export const getTextLength = (text: string, [long, longer, longest]: readonly [number, number, number]): TextLength | undefined => {
  const length = text.length + (text.match(wideCharacters)?.length ?? 0)
  if (length > longest) return 'longest'
  return length > longer ? 'longer' : length > long ? 'long' : undefined
}
