/** How each language writes numbers and times: everything in a document that is not a message. */
import type { LanguageId } from '@rostrum/shared/kernel/wording'
import { englishStyle, formatEnglishTime } from './en-style.ts'
import { toArabicAnnexNumber, toArabicLetter, toArabicOrdinal, toChineseNumber, toLetter, toRomanNumber } from './numerals.ts'
import type { ListText, WritingStyle } from './sentence-writer.ts'

export type LanguageStyle = WritingStyle &
  Pick<ListText, 'joinLast'> & {
    /** The language tag in documents. */
    readonly tag: string
    /** Formats a time within a sentence. If absent, times look as in tables. */
    readonly formatTimeInText?: (minute: string) => string
    /** Puts no-break spaces into a text that somebody wrote. It is stored with plain ones. If absent, the language has none. */
    readonly finishWritten?: (text: string) => string
    /** Formats the number of a chapter, and that of an annex or a figure, which follows a name. */
    readonly chapterNumber: (number: number) => string
    readonly annexNumber: (number: number) => string
    /** Formats the letter of a section. */
    readonly sectionLetter: (number: number) => string
  }

const romanNumbers = { chapterNumber: toRomanNumber, annexNumber: toRomanNumber, sectionLetter: toLetter } as const

const formatFrenchTime = (minute: string): string => {
  const [hour = 0, past = 0] = minute.split(':').map(Number)
  return past === 0 ? `${hour}\u00a0${hour < 2 ? 'heure' : 'heures'}` : `${hour}\u00a0h\u00a0${past}`
}

/** The signs of French that a line must not begin or end with. */
const finishFrench = (text: string): string => text.replace(/ (?=[:;?!»])|(?<=«) /g, '\u00a0')

/** Matches words before which "y" becomes "e": they begin with the sound "i". Two vowels in one syllable, as in "hierro", do not count. */
const startsWithI = /^\p{P}*h?[ií](?![aeoáéó])/iu

export const writingStyles: Readonly<Record<LanguageId, LanguageStyle>> = {
  en: { ...romanNumbers, ...englishStyle, tag: 'en-GB', formatTimeInText: formatEnglishTime },
  fr: { ...romanNumbers, tag: 'fr-FR', formatTimeInText: formatFrenchTime, finishWritten: finishFrench },
  es: { ...romanNumbers, tag: 'es-ES', joinLast: (next) => (startsWithI.test(next) ? ' e ' : ' y ') },
  ru: { ...romanNumbers, tag: 'ru-RU' },
  zh: { tag: 'zh-CN', chapterNumber: toChineseNumber, annexNumber: toChineseNumber, sectionLetter: toLetter },
  ar: {
    tag: 'ar-SA',
    chapterNumber: toArabicOrdinal,
    annexNumber: toArabicAnnexNumber,
    sectionLetter: toArabicLetter,
  },
}
