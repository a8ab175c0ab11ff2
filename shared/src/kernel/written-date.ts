/** Dates in words as the United Nations writes them: British English, and Arabic with both names of a month. Digits are Latin. */
import { getLocale } from './locale.ts'

/** January to December. */
const arabicMonths = [
  ...['كانون الثاني/يناير', 'شباط/فبراير', 'آذار/مارس', 'نيسان/أبريل', 'أيار/مايو', 'حزيران/يونيه'],
  ...['تموز/يوليه', 'آب/أغسطس', 'أيلول/سبتمبر', 'تشرين الأول/أكتوبر', 'تشرين الثاني/نوفمبر', 'كانون الأول/ديسمبر'],
] as const

export const formatWrittenDate = (language: string, options: Intl.DateTimeFormatOptions, at: number): string => {
  const format = new Intl.DateTimeFormat(`${getLocale(language)}-u-nu-latn`, options)
  if (language === 'fr')
    return format
      .formatToParts(at)
      .map(({ type, value }) => (type === 'day' && value === '1' ? '1er' : value))
      .join('')
  if (language !== 'ar') return format.format(at)
  const { timeZone } = format.resolvedOptions()
  const month = Number(new Intl.DateTimeFormat('en', { month: 'numeric', timeZone }).format(at))
  return format
    .formatToParts(at)
    .map(({ type, value }) => (type === 'month' && !/^\d+$/.test(value) ? arabicMonths[month - 1] : value))
    .join('')
}
