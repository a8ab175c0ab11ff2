/** Dates in words, on pages, in mail and in documents. */
import { formatLanguageName } from '@rostrum/client/text/language-name'
import { formatWrittenDate } from '@rostrum/shared/kernel/written-date'
import { expect, test } from 'vitest'

const day = Date.UTC(2030, 4, 6, 12)
const long = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/Zurich' } as const

test('[V118] dates in words are British in English; in Arabic a month has both its names', () => {
  expect(formatWrittenDate('en', long, day)).toMatch(/^Monday,? 6 May 2030$/)
  expect(formatWrittenDate('ar', long, day)).toBe('الاثنين، 6 أيار/مايو 2030')
  expect(formatWrittenDate('zh', long, day)).toBe('2030年5月6日星期一')
})

test('[V118] the month of an Arabic date follows the time zone, and a date in digits stays in digits', () => {
  const newYear = Date.UTC(2029, 11, 31, 23, 30)
  expect(formatWrittenDate('ar', long, newYear)).toContain('كانون الثاني/يناير 2030')
  expect(formatWrittenDate('ar', { ...long, timeZone: 'UTC' }, newYear)).toContain('كانون الأول/ديسمبر 2029')
  expect(formatWrittenDate('ar', { dateStyle: 'short', timeZone: 'UTC' }, day)).not.toContain('مايو')
})

test('[V118] Arabic uses the United Nations name for English', () => {
  expect(formatLanguageName('ar', 'en')).toBe('الإنكليزية')
  expect(formatLanguageName('ar', 'fr')).toBe('الفرنسية')
})
