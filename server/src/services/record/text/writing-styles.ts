/** How each language numbers, and writes times: all of a document that is no message. */
import type { LanguageId } from '@rostrum/shared/kernel/wording'
import { englishStyle, formatEnglishTime } from './en-style.ts'
import { toArabicAnnexNumber, toArabicLetter, toArabicOrdinal, toChineseNumber, toLetter, toRomanNumber } from './numerals.ts'
import type { ListText, WritingStyle } from './sentence-writer.ts'

export type LanguageStyle = WritingStyle &
  Pick<ListText, 'joinLast'> & {
    /** The language tag in documents. */
    readonly tag: string
    readonly direction: 'ltr' | 'rtl'
    /** How a time is written within a sentence, if not as in tables. */
    readonly formatTimeInText?: (minute: string) => string
    /** The number of a chapter, and of what has a name before its number: an annex or a figure. */
    readonly chapterNumber: (number: number) => string
    readonly annexNumber: (number: number) => string
    /** The letter of a section. */
    readonly sectionLetter: (number: number) => string
  }

const romanNumbers = { direction: 'ltr', chapterNumber: toRomanNumber, annexNumber: toRomanNumber, sectionLetter: toLetter } as const

const formatFrenchTime = (minute: string): string => {
  const [hour = 0, past = 0] = minute.split(':').map(Number)
  return past === 0 ? `${hour}\u00a0${hour < 2 ? 'heure' : 'heures'}` : `${hour}\u00a0h\u00a0${past}`
}

/** Before the sound "i" the word "y" becomes "e"; not before two vowels in one syllable, as in "hierro". */
const startsWithI = /^\p{P}*h?[ií](?![aeoáéó])/iu

export const writingStyles: Readonly<Record<LanguageId, LanguageStyle>> = {
  en: { ...romanNumbers, ...englishStyle, tag: 'en-GB', formatTimeInText: formatEnglishTime },
  fr: { ...romanNumbers, tag: 'fr-FR', formatTimeInText: formatFrenchTime },
  es: { ...romanNumbers, tag: 'es-ES', joinLast: (next) => (startsWithI.test(next) ? ' e ' : ' y ') },
  ru: { ...romanNumbers, tag: 'ru-RU' },
  zh: { tag: 'zh-CN', direction: 'ltr', chapterNumber: toChineseNumber, annexNumber: toChineseNumber, sectionLetter: toLetter },
  ar: {
    tag: 'ar-SA',
    direction: 'rtl',
    chapterNumber: toArabicOrdinal,
    annexNumber: toArabicAnnexNumber,
    sectionLetter: toArabicLetter,
  },
}
