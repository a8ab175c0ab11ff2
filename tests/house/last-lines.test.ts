/** The last lines of a run: each test that failed, the reason, and how to run it alone. */
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const tests = join(import.meta.dirname, '..')
const story = `import { expect, test } from 'vitest'
import { tellStory } from '../support/story.ts'
tellStory()
test('the session opens', () => expect(1).toBe(2))
test('the list opens', () => expect(1).toBe(2))
`
const single = `import { expect, test } from 'vitest'
test('costs 3 $ (more or less)', () => expect(1).toBe(2))
test('holds', () => expect(1).toBe(1))
`
const broken = "throw new Error('this file does not load')\n"
const config = `export default { test: { include: ['*.test.ts'], maxWorkers: 1 } }\n`

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tests, '.results-last-lines-'))
  const files = { 'story.test.ts': story, 'single.test.ts': single, 'broken.test.ts': broken, 'vitest.config.ts': config }
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const run = (...more: readonly string[]) => {
  const vitest = join(tests, 'node_modules/vitest/vitest.mjs')
  const reporter = join(tests, 'support/last-lines.ts')
  const args = [vitest, 'run', '--root', folder, '--config', join(folder, 'vitest.config.ts'), '--reporter', reporter, ...more]
  return spawnSync(process.execPath, args, { encoding: 'utf8' })
}

test('a name that no test has is an error', { timeout: 60_000 }, () => {
  const { status, stdout } = run('single', '-t', 'a name that no test has')
  expect([status, stdout.trim()]).toEqual([1, 'No test has that name.'])
})

test('the last lines name the failed tests, and no test that was not reached because another failed', { timeout: 60_000 }, () => {
  const { stdout } = run()
  const blocks = (stdout.split('Failed: 3\n')[1] ?? '').split('✗ ').slice(1)
  expect(blocks.sort()).toEqual([
    'broken.test.ts, outside its tests\n    this file does not load\n    alone: npm test -- broken.test.ts\n',
    'single.test.ts › costs 3 $ (more or less)\n    expected 1 to be 2 // Object.is equality\n    alone: npm test -- single.test.ts -t "costs 3 \\\\\\$ \\\\(more or less\\\\)\\$"\n',
    'story.test.ts › the session opens\n    expected 1 to be 2 // Object.is equality\n    alone: npm test -- story.test.ts\n',
  ])
})
