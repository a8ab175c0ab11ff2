/** Counts of graphemes and words: that they are those of Unicode, and how long they take. */

import { cleanText } from '@rostrum/shared/kernel/clean-text'
import { countGraphemesByPattern } from '@rostrum/shared/kernel/grapheme-pattern'
import { countWords } from '@rostrum/shared/kernel/text'
import fc from 'fast-check'
import { expect, test } from 'vitest'

/** Letters, marks and signs of every kind of cluster. */
const clusterParts = [
  ...['a', 'é', '译', ' ', '\n', '.', '1', '\u0301', '\u200d', '\u200c', '👩', '❤', '\ufe0f', '🏽', '🇨', '🇭', '\u200e', '\u0600'],
  ...['ᄀ', 'ᅡ', 'ᆨ', '각', '가', 'न', '्', 'म', 'ि', 'ক', '্', 'กำ', 'ำ', 'ာ', '\u0903', 'ಕ', '್', '\r\n'],
]

test('[W9] clusters are those of Unicode, in every script', () =>
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...clusterParts), { maxLength: 12 }), (parts) => {
      const text = parts.join('')
      expect(countGraphemesByPattern(text)).toBe([...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)].length)
    }),
    { numRuns: 3000 },
  ))

test('words are counted as Unicode separates them, and signs between them change nothing', () => {
  const words = (text: string) =>
    [...new Intl.Segmenter('und', { granularity: 'word' }).segment(text)].filter(({ isWordLike }) => isWordLike).length
  const texts = [
    'It’s 1,000.50 for a.b and c_d -- e-mail, “so” … (yes)!',
    'مرحبا، كيف الحال؟ — لا',
    '你好，世界。再见',
    'สวัสดี ครับ',
    'a . . . b\n\n— c ①②③ ☃☃',
  ]
  for (const text of texts) expect([text, countWords(text)]).toEqual([text, words(text)])
  expect(countWords('one two three four', 2)).toBe(3)
})

/** The processor milliseconds of the fastest of some runs. */
const measure = (run: () => unknown): number => {
  const times = Array.from({ length: 4 }, () => {
    const before = process.cpuUsage()
    run()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  return Math.min(...times)
}

test.each([
  ['marks in two places', `a${'\u0316\u0301'.repeat(12_000)}`],
  ['letters with a mark', 'x\u0323'.repeat(12_000)],
  ['letters that are one unit', 'أ'.repeat(24_000)],
  ['single letters', 'a '.repeat(12_000)],
  ['signs without words', '. '.repeat(12_000)],
  ['joined consonants', `क${'्\u200d'.repeat(11_999)}`],
  ['joiners', `👩${'\u200d'.repeat(23_998)}`],
  ['syllables', 'ᄀ가ᅡᆨ'.repeat(6_000)],
  ['numbers in circles', '①'.repeat(24_000)],
])('[X98] the longest text of %s is read within a few milliseconds', (_, text) => {
  const read = () => [cleanText(text), countGraphemesByPattern(text, 12_000), countWords(text, 1_000)]
  expect(measure(read)).toBeLessThan(40)
})
