/** docs/rules.md and the tests name the same rules. A test quotes each rule, and no test quotes a rule that does not exist. */
import { expect, test } from 'vitest'
import { longest } from '../support/longest-first.ts'
import { listFiles, readSource } from './sources.ts'

const rules = [...readSource('docs/rules.md').matchAll(/^- \*\*([SAPQOFUTCNRVWLXE]\d+)\*\* \S/gm)].map((match) => match[1] ?? '')
const files = listFiles('tests').filter((path) => /^tests\/(?!node_modules).*\.test\.tsx?$/.test(path) && !path.includes('/node_modules/'))
/** The rule ids in titles of tests. */
const quotedRules = files.flatMap((path) =>
  [...readSource(path).matchAll(/\[([SAPQOFUTCNRVWLXE]\d+(?:, ?[SAPQOFUTCNRVWLXE]\d+)*)\] /g)].flatMap((match) =>
    (match[1] ?? '').split(/, ?/).map((id) => ({ id, path })),
  ),
)

test('every rule is numbered once', () => {
  expect(rules.length).toBeGreaterThan(50)
  expect(rules.filter((id, index) => rules.indexOf(id) !== index)).toEqual([])
})

test('every rule has a test that quotes it', () => {
  const proved = new Set(quotedRules.map(({ id }) => id))
  expect(rules.filter((id) => !proved.has(id))).toEqual([])
})

/** True if only `npm run test:all` runs the file, because of the end of its name. */
const isLeftToAll = (path: string): boolean => /\.(slow|alone)\.test\.tsx?$/.test(path)

test('the document lists the rules that only `npm run test:all` proves, so that a test does not move there unnoticed', () => {
  const inTest = new Set(quotedRules.filter(({ path }) => !isLeftToAll(path)).map(({ id }) => id))
  const listed = (/^## Proved by `npm run test:all` alone\n([\s\S]*)/m.exec(readSource('docs/rules.md'))?.[1] ?? '').match(/[A-Z]\d+/g)
  expect(listed).toEqual(rules.filter((id) => !inTest.has(id)))
})

test('no test quotes a rule that does not exist', () => {
  expect(quotedRules.filter(({ id }) => !rules.includes(id))).toEqual([])
})

test('the tests of `npm test` need no Redis, nginx or LibreOffice', () => {
  const programs = /support\/(redis-server|redis-failover|two-nodes|libreoffice|nginx-\w+)\.ts'/
  const quick = files.filter((path) => !/\.(scaled|slow|alone)\.test\.tsx?$/.test(path))
  expect(quick.filter((path) => programs.test(readSource(path)))).toEqual([])
})

test('the files that run first exist', () => {
  expect(longest.filter((path) => !files.includes(path))).toEqual([])
})

/** `npm test` and `npm run test:all` find a file by the end of its name. They silently skip any other file. */
test('the name of every test file has an ending that makes it run', () => {
  const likeTests = listFiles('tests').filter((path) => !/node_modules|\.results/.test(path) && /\.(tests?|specs?)\./.test(path))
  const isRun = (path: string): boolean => /^[^.]+(\.(scaled|slow|alone))?\.test\.tsx?$/.test(path.slice('tests/'.length))
  expect(likeTests.length).toBeGreaterThan(300)
  expect(likeTests.filter((path) => !isRun(path))).toEqual([])
})
