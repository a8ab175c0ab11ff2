/** Questions are found by words of the six languages as people type them. After a decision the next question is chosen. */
import { emptyFilter, filterQuestions } from '@rostrum/client/features/questions/moderation/question-filter'
import { findNext, insertKept, sliceBetween } from '@rostrum/client/features/questions/moderation/review-order'
import { listInReview } from '@rostrum/client/features/questions/question-lists'
import type { QuestionId } from '@rostrum/shared/contract/ids'
import { isInReview, questionStatuses } from '@rostrum/shared/contract/question-statuses'
import { expect, test } from 'vitest'
import { makeRow } from '../support/question-page.tsx'

const isFound = (text: string, wanted: string) => filterQuestions([makeRow('a', { text })], { ...emptyFilter, text: wanted }).length === 1

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
  expect(isFound(text, wanted)).toBe(true)
})

test.each([
  ['Who pays?', 'who gains'],
  ['社区网络将如何获得资金？', '资金网络'],
  ['كيف ستُموَّل الشبكات؟', 'كتاب'],
])('not in "%s": %s', (text, wanted) => {
  expect(isFound(text, wanted)).toBe(false)
})

test('a question is also found by its number, its author, a tag, and its text before an edit', () => {
  const row = makeRow('a', { number: 4, text: 'Now?', staff: { original: 'Before?', tags: ['Câbles'] } })
  for (const text of ['q4', 'Q04', 'entity a', 'cables', 'before']) expect(filterQuestions([row], { ...emptyFilter, text })).toHaveLength(1)
})

const makeIds = (text: string) => [...text] as QuestionId[]
const makeRows = (text: string) => makeIds(text).map((id) => ({ id }))

test('after a decision the next question is the one below, else the nearest above, else the first', () => {
  expect(findNext(makeIds('abcd'), 'b' as QuestionId, makeIds('acd'))).toBe('c')
  expect(findNext(makeIds('abcd'), 'b' as QuestionId, makeIds('abd'))).toBe('d')
  expect(findNext(makeIds('abcd'), 'd' as QuestionId, makeIds('ab'))).toBe('b')
  expect(findNext(makeIds('ab'), 'b' as QuestionId, makeIds('bxy'))).toBe('x')
  expect(findNext(makeIds('a'), 'a' as QuestionId, makeIds('a'))).toBeNull()
})

test('the question under review keeps its position among those that still wait', () => {
  expect(
    insertKept(makeRows('acd'), { id: 'b' as QuestionId }, makeIds('abcd'))
      .map(({ id }) => id)
      .join(''),
  ).toBe('abcd')
  expect(
    insertKept(makeRows('de'), { id: 'b' as QuestionId }, makeIds('abcd'))
      .map(({ id }) => id)
      .join(''),
  ).toBe('bde')
  expect(
    insertKept(makeRows('ab'), { id: 'x' as QuestionId }, makeIds('ab'))
      .map(({ id }) => id)
      .join(''),
  ).toBe('ab')
})

test('a range works in both directions, and is one row when its start is no longer listed', () => {
  expect(sliceBetween(makeIds('abcd'), 'c' as QuestionId, 'a' as QuestionId).join('')).toBe('abc')
  expect(sliceBetween(makeIds('abcd'), 'x' as QuestionId, 'b' as QuestionId).join('')).toBe('b')
})

test('[L200] the moderators list every status that is in review, and those on hold last', () => {
  const rows = questionStatuses.map((status) => makeRow(status, { status })).reverse()
  expect(new Set(listInReview(rows).map(({ status }) => status))).toEqual(new Set(rows.filter(isInReview).map(({ status }) => status)))
  expect(listInReview(rows).at(-1)?.status).toBe('on-hold')
})
