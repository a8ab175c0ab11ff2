/** Checks what can be counted in the English of comments and test titles. */
import { expect, test } from 'vitest'
import { listCommentSentences, listTitles, type Sentence } from './sentences.ts'
import { listFiles } from './sources.ts'

const files = ['shared/src', 'server/src', 'client', 'tests']
  .flatMap(listFiles)
  .filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !/node_modules|\.results|dist\/|\.types\//.test(path))

/** True if the first clause has no noun: it begins with what, who or whose, or the comment begins with a preposition instead of its noun. */
const isHeadless = ({ text, isFirst }: Sentence): boolean =>
  !text.endsWith('?') &&
  (/^(?:Whatever|What|Who|Whom|Whose|Which)\b/i.test(text) ||
    (isFirst && /^(?:Of|(?:In|By|To|For|From|At|On|With|Under|After|Before) (?:which|whom|what|whose))\b/i.test(text)))

const describeSentence = ({ path, line, text }: Sentence): string => `${path}:${line} ${text}`

test('no comment and no title of a test begins with a clause that has no noun', () => {
  const sentences = files.flatMap((path) => [...listCommentSentences(path), ...(path.startsWith('tests/') ? listTitles(path) : [])])
  expect(sentences.length).toBeGreaterThan(9_000)
  expect(sentences.filter(isHeadless).map(describeSentence)).toEqual([])
})

test('a clause without a noun is found', () => {
  const sentence = (text: string, isFirst = true): Sentence => ({ path: 'a.ts', line: 1, text, isFirst })
  for (const text of ['What the room sees.', 'Whose view has changed.', 'Of each part the last value.', 'In which it is spoken.'])
    expect([text, isHeadless(sentence(text))]).toEqual([text, true])
  for (const text of ['The people who wait.', 'Who may act?', 'Officers.', 'Of'])
    expect([text, isHeadless(sentence(text, text !== 'Of'))]).toEqual([text, false])
})
