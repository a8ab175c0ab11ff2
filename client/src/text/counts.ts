/** How many people there are: as they are counted, and as it is said where nobody counts. */
import type { Speak } from './messages.ts'

const formats = new Map<string, Intl.NumberFormat>()

/** 1,240 in English, 1 240 in French; Latin digits everywhere. */
export const countText = (language: string, n: number): string => {
  const format = formats.get(language) ?? new Intl.NumberFormat(`${language}-u-nu-latn`)
  formats.set(language, format)
  return format.format(n)
}

const large = 1_000

/** From a thousand on in three figures, and said to be about so many. */
export const crowdText = (t: Speak, language: string, n: number): string => {
  if (n < large) return String(n)
  const step = 10 ** (Math.floor(Math.log10(n)) - 2)
  return t('session.about', { n: countText(language, Math.round(n / step) * step) })
}
