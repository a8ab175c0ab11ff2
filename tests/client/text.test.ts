// @vitest-environment jsdom

import { getGroupName } from '@rostrum/client/text/group-name'
import { preferredLanguage, uiLanguages } from '@rostrum/client/text/language-files'
import { getPlaceName } from '@rostrum/client/text/place-name'
import { formatSpeakingTime } from '@rostrum/client/text/speaking-time'
import { getText, loadLanguage } from '@rostrum/client/text/text'
import { formatDuration, formatExactTime, formatTime, formatTimeSpan } from '@rostrum/client/text/times'
import type { GroupId } from '@rostrum/shared/contract/ids'
import { rejections } from '@rostrum/shared/contract/rejections'
import { languageIds } from '@rostrum/shared/kernel/wording'
import { afterEach, describe, expect, test } from 'vitest'
import { catalogues, counts, english, keys, makeMessages, makeTranslateIn, makeValues } from '../support/catalogues.ts'

afterEach(() => localStorage.clear())

describe.each(Object.entries(catalogues))('the catalogue %s', (id, catalogue) => {
  const messages = makeMessages(id)

  test.each(counts)('formats every message, with %i for every count', (n) => {
    for (const key of keys) {
      const spoken = messages.format(key, makeValues(key, catalogue, n))
      expect(spoken, key).not.toMatch(/[{}<>]/)
    }
  })

  test('selects only by number, so that inserted text can be isolated', () => {
    expect(keys.filter((key) => /, (select|date|time|number)[,}]/.test(catalogue[key]))).toEqual([])
  })

  test('has no exclamation marks, no straight quotation marks and no doubled spaces', () => {
    expect(keys.filter((key) => /[!'"]| {2}/.test(catalogue[key]))).toEqual([])
  })
})

test('every rejection has a sentence that ends with a full stop', () => {
  for (const code of rejections) expect(english[`refusal.${code}`]).toMatch(/\.$/)
})

describe('ordinals', () => {
  test.each([
    ['en', ['1st', '2nd', '3rd', '4th', '11th', '21st']],
    ['fr', ['1er', '2e', '3e', '4e', '11e', '21e']],
    ['es', ['1.º', '2.º', '3.º', '4.º', '11.º', '21.º']],
    ['zh', ['第1位', '第2位', '第3位', '第4位', '第11位', '第21位']],
    ['ru', ['1-е', '2-е', '3-е', '4-е', '11-е', '21-е']],
    ['ar', ['الأول', 'الثاني', 'الثالث', 'الرابع', 'الحادي عشر', 'رقم 21']],
  ])('in %s', (id, expected) => {
    const messages = makeMessages(id)
    expect([1, 2, 3, 4, 11, 21].map((n) => messages.format('number.ordinal', { n }))).toEqual(expected)
  })
})

describe('inserts', () => {
  test('keep their own direction if it differs from the sentence', () => {
    expect(makeMessages('en').format('queue.added', { who: 'وفد' })).toBe('\u2068وفد\u2069 is on the list')
    expect(makeMessages('ar').format('queue.added', { who: 'Delegation' })).toBe('\u2068Delegation\u2069 في القائمة')
  })

  test('keep the order of times and ranges in Arabic, isolated once', () => {
    expect(makeMessages('ar').format('queue.askedAt', { time: formatTime(0, 'UTC') })).toBe('طُلبت في \u206600:00\u2069')
  })

  test('add no mark if all text runs from left to right, so that tests and screen readers find a button by name', () => {
    expect(makeMessages('en').format('queue.added', { who: 'Delegation' })).toBe('Delegation is on the list')
    expect(makeMessages('fr').format('queue.askedAt', { time: formatTime(0, 'UTC') })).toBe('demande à 00:00')
  })

  test('are never parsed as a message', () => {
    expect(makeMessages('en').format('queue.added', { who: '{n} <b>x</b>' })).toBe('{n} <b>x</b> is on the list')
  })

  test('give the marked text to the caller, in order', () => {
    const bold = (inner: readonly (string | { bold: string })[]) => ({ bold: inner.join('') })
    const parts = makeMessages('en').formatToParts<{ bold: string }>('floor.leftOf', bold, { limit: '3:00' })
    expect(parts).toEqual(['time left of ', { bold: '3:00' }])
  })
})

describe('times', () => {
  const noon = Date.UTC(2023, 11, 8, 11, 4, 31)

  test('are in the zone of the session, with 24 hours, isolated left to right', () => {
    expect(formatTime(noon, 'Europe/Zurich')).toBe('\u206612:04\u2069')
    expect(formatExactTime(noon, 'Europe/Zurich')).toBe('\u206612:04:31\u2069')
    expect(formatTime(Date.UTC(2023, 11, 8, 0, 5), 'UTC')).toBe('\u206600:05\u2069')
    expect(formatTimeSpan(noon, noon + 1_800_000, 'UTC')).toBe('\u206611:04–11:34\u2069')
    expect(formatDuration(180_000)).toBe('\u20663:00\u2069')
  })
})

describe('the language of the page', () => {
  test('is chosen from a list in the order of the United Nations, each language in its own script', () => {
    expect(uiLanguages.map(({ name }) => name).slice(0, 6)).toEqual(['العربية', '中文', 'English', 'Français', 'Русский', 'Español'])
    expect(uiLanguages.map(({ id }) => id)).toEqual([...languageIds])
  })

  test('is set on the page together with its direction', async () => {
    await loadLanguage('ar')
    expect([document.documentElement.lang, document.documentElement.dir]).toEqual(['ar', 'rtl'])
    expect(getText()?.t('me.request')).toBe('طلب الكلمة')
    await loadLanguage('en')
    expect([document.documentElement.lang, document.documentElement.dir]).toEqual(['en', 'ltr'])
  })

  test('stays unchanged when the requested language does not exist', async () => {
    await loadLanguage('en')
    await expect(loadLanguage('xx')).rejects.toThrow('There is no language xx.')
    expect(getText()?.language.id).toBe('en')
  })

  test('is the one chosen on this device, else the one the browser asks for', () => {
    localStorage.setItem('rostrum.language', 'fr')
    expect(preferredLanguage()).toBe('fr')
    localStorage.setItem('rostrum.language', 'xx')
    expect(preferredLanguage()).toBe('en')
  })
})

const stripMarks = (text: string) => text.replace(/\p{Cf}/gu, '').replace(/\s/gu, ' ')

test('[V28] a speaking time in a sentence is written in minutes and seconds', () => {
  const say = (id: string) => [45, 60, 150, 180].map((seconds) => stripMarks(formatSpeakingTime(makeTranslateIn(id), seconds * 1000)))
  expect(say('en')).toEqual(['45 s', '1 min', '2 min 30 s', '3 min'])
  expect(say('fr')).toEqual(['45 s', '1 min', '2 min 30 s', '3 min'])
  expect(say('es')).toEqual(['45 s', '1 min', '2 min 30 s', '3 min'])
  expect(say('zh')).toEqual(['45秒', '1分钟', '2分钟30秒', '3分钟'])
  expect(say('ru')).toEqual(['45 с', '1 мин', '2 мин 30 с', '3 мин'])
  expect(say('ar')).toEqual(['45 ثانية', 'دقيقة واحدة', 'دقيقتان و30 ثانية', '3 دقائق'])
})

test('[V29] a seat of the United Nations is named in the language of the page, any other place as people wrote it', () => {
  const name = (place: string) => ['en', 'fr', 'es', 'ar', 'zh', 'ru'].map((id) => getPlaceName(makeTranslateIn(id), place))
  expect(name('Geneva')).toEqual(['Geneva', 'Genève', 'Ginebra', 'جنيف', '日内瓦', 'Женева'])
  expect(name('new york ')).toEqual(['New York', 'New York', 'Nueva York', 'نيويورك', '纽约', 'Нью-Йорк'])
  expect(new Set(name('Tunis'))).toEqual(new Set(['Tunis']))
})

test('[V29] a group is named in the language of the page until the plan renames it', () => {
  const name = (short: string) => getGroupName(makeTranslateIn('fr'), { id: 'technical-academic' as GroupId, short })
  expect(name('Technical, acad.')).toBe('Milieux techniques et universitaires')
  expect(name('Technical community')).toBe('Technical community')
})

test('[V30] counted people and groups agree with their number in every language', () => {
  const counts = { number: 'Q01', total: 5 }
  const say = (id: string, n: number, groups: number) => stripMarks(makeTranslateIn(id)('questions.supportIn', { ...counts, n, groups }))
  expect([0, 1, 14].map((n) => say('en', n, 1))).toEqual([
    'Q01, no supporters',
    'Q01, 1 supporter in 1 of 5 groups',
    'Q01, 14 supporters in 1 of 5 groups',
  ])
  expect([say('fr', 1, 1), say('fr', 3, 2)]).toEqual(['Q01, 1 soutien, 1 groupe sur 5', 'Q01, 3 soutiens, 2 groupes sur 5'])
  expect([say('zh', 0, 1), say('zh', 14, 2)]).toEqual(['Q01，无人支持', 'Q01，14人支持（来自5个群体中的2个）'])
  expect(makeTranslateIn('fr')('questions.groups', { n: 1, total: 5 })).toBe('1 groupe sur 5')
  expect([say('es', 0, 0), say('es', 1, 1), say('es', 3, 2)]).toEqual([
    'Q01, ningún apoyo',
    'Q01, 1 apoyo en 1 de 5 grupos',
    'Q01, 3 apoyos en 2 de 5 grupos',
  ])
})
