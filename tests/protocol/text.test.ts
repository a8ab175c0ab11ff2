import { cleanLine, cleanText } from '@rostrum/shared/kernel/clean-text'
import { countGraphemes } from '@rostrum/shared/kernel/text'
import { isVisible } from '@rostrum/shared/kernel/visible-text'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const family = '👩‍👩‍👧‍👦'

test.each([
  ['plain text stays', 'Why? ¿Por qué? 为什么？ لماذا؟', 'Why? ¿Por qué? 为什么？ لماذا؟'],
  ['overrides and isolates go', 'abc\u202edef\u202c \u2066x\u2069', 'abcdef x'],
  ['control characters go', 'a\u0000b\u0007c\u001b[31m\u009f', 'abc[31m'],
  ['tags and byte order marks go', '\ufeffa\u{e0041}\u{e007f}b', 'ab'],
  ['invisible separators go', 'a\u200bb\u2060c\u2063d\u206ae', 'abcde'],
  ['joiners stay: Persian needs them', 'می\u200cخواهم', 'می\u200cخواهم'],
  ['joiners in an emoji stay', family, family],
  ['plain direction marks stay', 'א\u200f(1)\u200e \u061c', 'א\u200f(1)\u200e \u061c'],
  ['composed', 'e\u0301te\u0301', 'été'],
  ['composed also after a removed character', 'e\u200b\u0301', 'é'],
  ['at most four marks on a letter', `a${'\u0316'.repeat(60)}b`, `a${'\u0316'.repeat(4)}b`],
  ['single spaces, trimmed ends', '  a \t\u00a0\u3000 b  ', 'a b'],
  ['line breaks stay, with one empty line at most', 'a \r\n\n\n\n b\rc', 'a\n\nb c'],
  ['blank signs are spaces', 'a\u3164b\u2800\ufffcc\uffa0\u{1d159}', 'a b c'],
  ['nothing', ' \u202e\u200b ', ''],
])('[W8] %s', (_, written, kept) => expect(cleanText(written)).toBe(kept))

test.each(['\ud800', 'a\udc00b', '\udc00\ud800', `${family}\ud83d`])('[W8] lone surrogates are refused', (text) => {
  expect(cleanText(text)).toBeNull()
  expect(cleanLine(text)).toBeNull()
})

test('[W8] a single-line text has no line breaks', () =>
  expect(cleanLine(' Delegation\n\n of \r\n somewhere ')).toBe('Delegation of somewhere'))

test.each([
  ['', 0],
  ['abc', 3],
  [family, 1],
  [`${family}${family}`, 2],
  ['e\u0301', 1],
  ['🇨🇭🇫🇷', 2],
  ['नमस्ते', 3],
  ['\r\n', 1],
])('[W9] %j has %d grapheme clusters', (text, count) => expect(countGraphemes(text)).toBe(count))

test('[W9] counting stops after the limit, so that long text costs no more', () => {
  expect(countGraphemes('x'.repeat(5_000_000), 280)).toBe(281)
})

test('[W8] for any input the result is stable, well-formed, composed, and no longer than its parts', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const clean = cleanText(text)
      expect(clean).not.toBeNull()
      if (clean === null) return
      expect(cleanText(clean)).toBe(clean)
      expect(clean.normalize('NFC')).toBe(clean)
      expect(clean.replaceAll('\n', '')).not.toMatch(/\p{Cc}|[\u200b\u202a-\u202e\u2060-\u206f\ufeff]/u)
    }),
    { numRuns: 1500 },
  ))

const arbitraryAwkwardText = fc
  .array(
    fc.constantFrom(
      'a',
      'e',
      '\u0301',
      '\u0316',
      '\u200b',
      '\u200d',
      '\u202e',
      ' ',
      '\n',
      '\t',
      '\r',
      '\u00a0',
      '\ufeff',
      'ᄀ',
      'ᅡ',
      '\u{e0041}',
      '\u2028',
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''))
test('[W8] the same holds for text made to be difficult', () =>
  fc.assert(
    fc.property(arbitraryAwkwardText, (text) => {
      const clean = cleanText(text) ?? 'null'
      expect(cleanText(clean)).toBe(clean)
      expect(clean.normalize('NFC')).toBe(clean)
      expect(clean).not.toMatch(/\p{M}{5}|^\s|\s$| {2}|\n{3}/u)
    }),
    { numRuns: 3000 },
  ))

test('[W8] marks and joiners alone count as an empty text', () => {
  for (const text of ['', ' ', '\u200d\u200d', '\u0301', '\u200f']) expect(isVisible(text)).toBe(false)
  for (const text of ['a', '?', '1', '文', family, '€']) expect(isVisible(text)).toBe(true)
})

test('[W40] a text of blank signs and fillers alone is empty', () => {
  const texts = ['\u3164', '\u115f', '\u1160', '\uffa0', '\u2800', '\u{1d159}', '\ufffc', '\u3164\u2800', '\u115f \u200d', '\u2800\n\u2800']
  expect(texts.filter((text) => isVisible(text) || isVisible(cleanText(text) ?? ''))).toEqual([])
  expect(['\u1100\u1160', '\u2801', '\ufffd'].filter((text) => !isVisible(text))).toEqual([])
})
