/** Questions are found by words of the six languages as people type them, and which comes next after a decision. */
import { anything, found } from '@rostrum/client/features/questions/moderation/question-filter'
import { between, nextAfter, withKept } from '@rostrum/client/features/questions/moderation/review-order'
import type { QuestionId } from '@rostrum/shared/contract/ids'
import { expect, test } from 'vitest'
import { listedRow } from '../support/question-page.tsx'

const finds = (text: string, wanted: string) => found([listedRow('a', { text })], { ...anything, text: wanted }).length === 1

test.each([
  ['en', 'Who pays for Accessibility?', 'accessib PAYS'],
  ['fr', 'Où sont les œuvres de l’Académie ?', "oeuvres l'academie"],
  ['es', '¿Qué pasó en la última reunión?', 'que paso ultima'],
  ['ru', 'Ещё один вопрос о Связи', 'еще связи'],
  ['ar', 'كيف ستُموَّل الشبكاتُ المجتمعيّة؟', 'تمول المجتمعيه'],
  ['ar: forms of alif and yaa', 'إلى أيّ مدى أُنجز القرار؟', 'الي اي انجز'],
  ['ar: digits', 'ما بعد عام ٢٠٣٠؟', '2030'],
  ['zh: without spaces', '社区网络将如何获得资金？', '获得资金'],
  ['zh: full width', '２０３０年之后ＡＩ怎么办？', '2030 ai'],
])('%s', (_, text, wanted) => {
  expect(finds(text, wanted)).toBe(true)
})

test.each([
  ['Who pays?', 'who gains'],
  ['社区网络将如何获得资金？', '资金网络'],
  ['كيف ستُموَّل الشبكات؟', 'كتاب'],
])('not in "%s": %s', (text, wanted) => {
  expect(finds(text, wanted)).toBe(false)
})

test('also by its number, who asked, a tag, and what was asked before an edit', () => {
  const row = listedRow('a', { number: 4, text: 'Now?', desk: { original: 'Before?', tags: ['Câbles'] } })
  for (const text of ['q4', 'Q04', 'entity a', 'cables', 'before']) expect(found([row], { ...anything, text })).toHaveLength(1)
})

const ids = (text: string) => [...text] as QuestionId[]
const rows = (text: string) => ids(text).map((id) => ({ id }))

test('after a decision comes the next below, else the nearest above, else the first', () => {
  expect(nextAfter(ids('abcd'), 'b' as QuestionId, ids('acd'))).toBe('c')
  expect(nextAfter(ids('abcd'), 'b' as QuestionId, ids('abd'))).toBe('d')
  expect(nextAfter(ids('abcd'), 'd' as QuestionId, ids('ab'))).toBe('b')
  expect(nextAfter(ids('ab'), 'b' as QuestionId, ids('bxy'))).toBe('x')
  expect(nextAfter(ids('a'), 'a' as QuestionId, ids('a'))).toBeNull()
})

test('the one under review keeps its place among those that still wait', () => {
  expect(
    withKept(rows('acd'), { id: 'b' as QuestionId }, ids('abcd'))
      .map(({ id }) => id)
      .join(''),
  ).toBe('abcd')
  expect(
    withKept(rows('de'), { id: 'b' as QuestionId }, ids('abcd'))
      .map(({ id }) => id)
      .join(''),
  ).toBe('bde')
  expect(
    withKept(rows('ab'), { id: 'x' as QuestionId }, ids('ab'))
      .map(({ id }) => id)
      .join(''),
  ).toBe('ab')
})

test('a reach goes either way, and to what is no longer there it is one', () => {
  expect(between(ids('abcd'), 'c' as QuestionId, 'a' as QuestionId).join('')).toBe('abc')
  expect(between(ids('abcd'), 'x' as QuestionId, 'b' as QuestionId).join('')).toBe('b')
})
