/** Numbers of people: exact, or rounded if an exact number does not matter. */
import type { Translate } from './messages.ts'

const formats = new Map<string, Intl.NumberFormat>()

/** 1,240 in English, 1 240 in French; Latin digits everywhere. */
export const formatCount = (language: string, n: number): string => {
  const format = formats.get(language) ?? new Intl.NumberFormat(`${language}-u-nu-latn`)
  formats.set(language, format)
  return format.format(n)
}

const crowdSize = 1_000

/** Rounds to three digits, with "about", from a thousand on. */
export const formatCrowd = (t: Translate, language: string, n: number): string => {
  if (n < crowdSize) return String(n)
  const step = 10 ** (Math.floor(Math.log10(n)) - 2)
  return t('session.about', { n: formatCount(language, Math.round(n / step) * step) })
}
