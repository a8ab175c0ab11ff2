/** docs/rules.md and the tests speak of the same rules: each rule is proved by a test that quotes it, and no test quotes a rule that is not there. */
import { expect, test } from 'vitest'
import { list, read } from './sources.ts'

const rules = [...read('docs/rules.md').matchAll(/^- \*\*([SAPQOFUTCNRVWL]\d+)\*\* \S/gm)].map((match) => match[1] ?? '')
const files = list('tests').filter((path) => /^tests\/(?!node_modules).*\.test\.tsx?$/.test(path) && !path.includes('/node_modules/'))
/** Ids in the titles of tests: the string after test( or describe(, or after the table of an `each`. */
const quoted = files.flatMap((path) =>
  [...read(path).matchAll(/\[([SAPQOFUTCNRVWL]\d+(?:, ?[SAPQOFUTCNRVWL]\d+)*)\] /g)].flatMap((match) =>
    (match[1] ?? '').split(/, ?/).map((id) => ({ id, path })),
  ),
)

test('every rule is numbered once', () => {
  expect(rules.length).toBeGreaterThan(50)
  expect(rules.filter((id, index) => rules.indexOf(id) !== index)).toEqual([])
})

test('every rule has a test that quotes it', () => {
  const proved = new Set(quoted.map(({ id }) => id))
  expect(rules.filter((id) => !proved.has(id))).toEqual([])
})

test('no test quotes a rule that is not written', () => {
  expect(quoted.filter(({ id }) => !rules.includes(id))).toEqual([])
})
