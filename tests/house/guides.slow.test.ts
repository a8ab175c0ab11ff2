/** Each guide in docs/adding is done step by step in a copy: the compiler names what the guide lists, and at last the guide's tests pass. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { GuideCopy, readGuide } from '../support/guide.ts'

const guides = readdirSync(join(import.meta.dirname, '../../docs/adding')).map((name) => `docs/adding/${name}`)
let copy: GuideCopy
beforeAll(async () => {
  copy = await GuideCopy.open()
})
afterEach(() => copy.restore())
afterAll(() => copy.remove())

test.each(guides)('%s names what the compiler names, then compiles, and does what it promises', { timeout: 600_000 }, async (path) => {
  const { first, rest, listed, tests } = await readGuide(path)
  await copy.applyBlocks(first)
  expect((await copy.compile()).files).toEqual(listed)
  await copy.applyBlocks(rest)
  expect((await copy.compile()).output).toBe('')
  expect(tests).not.toEqual([])
  const { passed, failures } = await copy.runTests(tests)
  expect(failures).toEqual([])
  expect(passed).toBeGreaterThan(0)
})
