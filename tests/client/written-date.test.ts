/** Dates in words, on pages, in mail and in documents. */
import { formatLanguageName } from '@rostrum/client/text/language-name'
import { formatWrittenDate } from '@rostrum/shared/kernel/written-date'
import { expect, test } from 'vitest'

const day = Date.UTC(2030, 4, 6, 12)
const long = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/Zurich' } as const

test('[V118] dates in words are British in English, and in Arabic a month has both names', () => {
  expect(formatWrittenDate('en', long, day)).toMatch(/^Monday,? 6 May 2030$/)
  expect(formatWrittenDate('ar', long, day)).toBe('الاثنين، 6 أيار/مايو 2030')
  expect(formatWrittenDate('zh', long, day)).toBe('2030年5月6日星期一')
})

test('[V118] an Arabic date takes its month from the time zone, and one in digits stays in digits', () => {
  const newYear = Date.UTC(2029, 11, 31, 23, 30)
  expect(formatWrittenDate('ar', long, newYear)).toContain('كانون الثاني/يناير 2030')
  expect(formatWrittenDate('ar', { ...long, timeZone: 'UTC' }, newYear)).toContain('كانون الأول/ديسمبر 2029')
  expect(formatWrittenDate('ar', { dateStyle: 'short', timeZone: 'UTC' }, day)).not.toContain('مايو')
})

test('[V118] English is named in Arabic as the United Nations name it', () => {
  expect(formatLanguageName('ar', 'en')).toBe('الإنكليزية')
  expect(formatLanguageName('ar', 'fr')).toBe('الفرنسية')
})
