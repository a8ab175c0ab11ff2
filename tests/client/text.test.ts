// @vitest-environment jsdom

import type { Catalog, Key } from '@rostrum/client/text/catalogue'
import { messages as arabic } from '@rostrum/client/text/languages/ar'
import { messages as english } from '@rostrum/client/text/languages/en'
import { messages as french } from '@rostrum/client/text/languages/fr'
import { Messages } from '@rostrum/client/text/messages'
import { languages, load, preferredLanguage, textNow } from '@rostrum/client/text/text'
import { exactTime, lengthText, timeOfDay, timeSpan } from '@rostrum/client/text/times'
import { rejections } from '@rostrum/shared/contract/rejections'
import { afterEach, describe, expect, it } from 'vitest'

const catalogs: Readonly<Record<string, Catalog>> = { ar: arabic, en: english, fr: french }
const messagesOf = (id: string) => new Messages(id, catalogs[id] as Catalog, id === 'ar' ? 'rtl' : 'ltr')
const keys = Object.keys(english) as Key[]

const categories = 'zero|one|two|few|many|other'
const isBranch = (before: string) => new RegExp(`(?:${categories}|=\\d+) $`).test(before)

/** Placeholder names and tags of a message, found without the library that formats it. */
const holes = (message: string): string[] => {
  const names = [...message.matchAll(/\{(\w+)(?:\}|,)/g)]
    .filter((match) => !isBranch(message.slice(0, match.index)))
    .map((match) => match[1] as string)
  const tags = [...message.matchAll(/<(\w+)>/g)].map((match) => `<${match[1]}>`)
  return [...new Set([...names, ...tags])].sort()
}

/** Values for every placeholder: `n` for what either language counts, its own name for the rest. */
const valuesOf = (key: Key, catalog: Catalog, n: number): Record<string, string | number> => {
  const counted = (name: string) => [english[key], catalog[key]].some((message) => message.includes(`{${name}, `))
  const names = holes(english[key]).filter((name) => !name.startsWith('<'))
  return Object.fromEntries(names.map((name) => [name, counted(name) ? n : name]))
}

afterEach(() => localStorage.clear())

describe.each(Object.entries(catalogs))('the catalog %s', (id, catalog) => {
  const messages = messagesOf(id)

  it('has every message of the English one and no other', () => {
    expect(Object.keys(catalog).sort()).toEqual([...keys].sort())
  })

  it('takes the same placeholders as the English one in every message', () => {
    const differing = keys.filter((key) => holes(catalog[key]).join() !== holes(english[key]).join())
    expect(differing).toEqual([])
  })

  it.each([0, 1, 2, 3, 11, 100])('says every message, with %i where something is counted', (n) => {
    for (const key of keys) {
      const spoken = messages.text(key, valuesOf(key, catalog, n))
      expect(spoken, key).not.toMatch(/[{}<>]/)
    }
  })

  it('never chooses by anything but a number, so that inserted text can be isolated', () => {
    expect(keys.filter((key) => /, (select|date|time|number)[,}]/.test(catalog[key]))).toEqual([])
  })

  it('has no exclamation marks, no straight quotation marks and no doubled spaces', () => {
    expect(keys.filter((key) => /[!'"]| {2}/.test(catalog[key]))).toEqual([])
  })
})

it('Arabic has all six forms wherever it counts with a noun', () => {
  const counted = keys.filter((key) => / plural, /.test(arabic[key]) && !key.startsWith('number.'))
  const lacking = counted.filter((key) => categories.split('|').some((category) => !arabic[key].includes(`${category} {`)))
  expect(counted.length).toBeGreaterThan(30)
  expect(lacking).toEqual([])
})

it('Arabic counts in words where the language has them, with Latin digits elsewhere', () => {
  const messages = messagesOf('ar')
  const counted = [1, 2, 3, 11, 100].map((n) => messages.text('time.minutes', { n }))
  expect(counted).toEqual(['دقيقة واحدة', 'دقيقتان', '3 دقائق', '11 دقيقة', '100 دقيقة'])
})

it('French sets a narrow space before high punctuation', () => {
  expect(keys.filter((key) => /[^\u202f\d][?!;]/.test(french[key].replace(/\{[^}]*\}/g, '')))).toEqual([])
  expect(keys.filter((key) => /\p{L}:|\p{L} :/u.test(french[key]))).toEqual([])
})

it('every refusal of the session has a sentence that ends like one', () => {
  for (const code of rejections) expect(english[`refusal.${code}`]).toMatch(/\.$/)
})

describe('ordinals', () => {
  it.each([
    ['en', ['1st', '2nd', '3rd', '4th', '11th', '21st']],
    ['fr', ['1er', '2e', '3e', '4e', '11e', '21e']],
    ['ar', ['الأول', 'الثاني', 'الثالث', 'الرابع', 'الحادي عشر', 'رقم 21']],
  ])('in %s', (id, expected) => {
    const messages = messagesOf(id)
    expect([1, 2, 3, 4, 11, 21].map((n) => messages.text('number.ordinal', { n }))).toEqual(expected)
  })
})

describe('inserts', () => {
  it('keep their own direction where it differs from that of the sentence', () => {
    expect(messagesOf('en').text('queue.added', { who: 'وفد' })).toBe('\u2068وفد\u2069 is on the list')
    expect(messagesOf('ar').text('queue.added', { who: 'Delegation' })).toBe('\u2068Delegation\u2069 على القائمة')
  })

  it('keep the order of times and ranges in Arabic, isolated once', () => {
    expect(messagesOf('ar').text('queue.askedAt', { time: timeOfDay(0, 'UTC') })).toBe('طُلبت في \u206600:00\u2069')
  })

  it('add nothing where all runs from left to right, so that a button can be found by its name', () => {
    expect(messagesOf('en').text('queue.added', { who: 'Delegation' })).toBe('Delegation is on the list')
    expect(messagesOf('fr').text('queue.askedAt', { time: timeOfDay(0, 'UTC') })).toBe('demande 00:00')
  })

  it('are never read as a message themselves', () => {
    expect(messagesOf('en').text('queue.added', { who: '{n} <b>x</b>' })).toBe('{n} <b>x</b> is on the list')
  })

  it('give the marked words to the caller, in order', () => {
    const bold = (inner: readonly (string | { bold: string })[]) => ({ bold: inner.join('') })
    const parts = messagesOf('en').parts<{ bold: string }>('floor.leftOf', bold, { limit: '3:00' })
    expect(parts).toEqual(['left of ', { bold: '3:00' }])
  })
})

describe('times', () => {
  const noon = Date.UTC(2023, 11, 8, 11, 4, 31)

  it('are of the session’s zone, 24 hours, isolated left to right', () => {
    expect(timeOfDay(noon, 'Europe/Zurich')).toBe('\u206612:04\u2069')
    expect(exactTime(noon, 'Europe/Zurich')).toBe('\u206612:04:31\u2069')
    expect(timeOfDay(Date.UTC(2023, 11, 8, 0, 5), 'UTC')).toBe('\u206600:05\u2069')
    expect(timeSpan(noon, noon + 1_800_000, 'UTC')).toBe('\u206611:04–11:34\u2069')
    expect(lengthText(180_000)).toBe('\u20663:00\u2069')
  })
})

describe('the language of the page', () => {
  it('comes in the order of the United Nations, each in its own script', () => {
    expect(languages.map(({ name }) => name)).toEqual(['العربية', 'English', 'Français'])
  })

  it('is written on the page with its direction', async () => {
    await load('ar')
    expect([document.documentElement.lang, document.documentElement.dir]).toEqual(['ar', 'rtl'])
    expect(textNow()?.t('me.request')).toBe('طلب الكلمة')
    await load('en')
    expect([document.documentElement.lang, document.documentElement.dir]).toEqual(['en', 'ltr'])
  })

  it('stays as it is when there is no such language', async () => {
    await load('en')
    await expect(load('xx')).rejects.toThrow('There is no language xx.')
    expect(textNow()?.language.id).toBe('en')
  })

  it('is what was chosen on this device, else what the browser asks for', () => {
    localStorage.setItem('rostrum.language', 'fr')
    expect(preferredLanguage()).toBe('fr')
    localStorage.setItem('rostrum.language', 'xx')
    expect(preferredLanguage()).toBe('en')
  })
})
