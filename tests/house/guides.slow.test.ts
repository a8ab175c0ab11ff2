/**
 * The guides in docs/adding are done step by step in one copy: the compiler names what each guide lists, and at last their tests pass. The
 * same copy shows what the compiler says of a value that is added to a list.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { additions } from '../support/additions.ts'
import { type CompilerError, type Guide, GuideCopy, readGuide, type TestFile } from '../support/guide.ts'

const folder = 'docs/adding'
const hook = 600_000
let copy: GuideCopy
beforeAll(async () => {
  copy = await GuideCopy.open()
})
afterAll(() => copy.remove())

/** The compiler names each place with the word that it lacks, so all that is added is compiled at once. */
const splitWords = (message: string): readonly string[] => message.split(/[^\w-]+/)
const listFiles = (errors: readonly CompilerError[]) => [...new Set(errors.map(({ file }) => file))].sort()

/** The words that each guide adds. The language is the last one, because it copies the messages of the others. */
const guides = Object.entries({
  'a-feature.md': ['signals', 'already-signalled'],
  'a-format.md': ['txt'],
  'a-kind.md': ['explanation'],
  'a-page.md': ['clock'],
  'a-phone-page.md': ['timer'],
  'a-plan-field.md': ['contact'],
  'a-role.md': ['observer', 'adviser'],
  'a-language.md': ['pt'],
}).map(([name, words]) => ({ name, words }))

describe('the guides', () => {
  const read = new Map<string, Guide>()
  let afterFirst: readonly CompilerError[]
  let afterAllSteps: string
  let ran: readonly TestFile[]
  beforeAll(async () => {
    for (const { name } of guides) read.set(name, await readGuide(`${folder}/${name}`))
    for (const { first } of read.values()) await copy.applyBlocks(first)
    afterFirst = (await copy.compile()).errors
    for (const { rest } of read.values()) await copy.applyBlocks(rest)
    afterAllSteps = (await copy.compile()).output
    ran = await copy.runTests([...new Set([...read.values()].flatMap(({ tests }) => tests))])
  }, 2 * hook)
  afterAll(() => copy.restore())

  /** An error is of the guide whose word it names first. A type that it shows may have words of others. */
  const findGuide = ({ message }: CompilerError) => {
    const word = splitWords(message).find((one) => guides.some(({ words }) => words.includes(one)))
    return guides.find(({ words }) => word !== undefined && words.includes(word))?.name
  }

  test('all are done', () => {
    expect(guides.map(({ name }) => name).sort()).toEqual(readdirSync(join(import.meta.dirname, '../..', folder)))
  })

  test.each(guides)('$name names what the compiler names', ({ name }) => {
    expect(listFiles(afterFirst.filter((error) => findGuide(error) === name))).toEqual(read.get(name)?.listed)
  })

  test('the compiler names no other place, and nothing after all steps', () => {
    expect(listFiles(afterFirst)).toEqual([...new Set([...read.values()].flatMap(({ listed }) => listed))].sort())
    expect(afterAllSteps).toBe('')
  })

  test.each(guides)('$name does what it promises', ({ name }) => {
    const tests = read.get(name)?.tests ?? []
    const results = ran.filter(({ path }) => tests.includes(path))
    expect(results.flatMap(({ failures }) => failures)).toEqual([])
    expect(results.filter(({ passed }) => passed > 0).map(({ path }) => path)).toEqual([...tests].sort())
    expect(tests).not.toEqual([])
  })
})

/** Tests have values as examples, and are not listed. */
describe('the additions', () => {
  let errors: readonly CompilerError[]
  beforeAll(async () => {
    for (const { block } of additions) await copy.applyBlocks(`\`\`\`diff\n${block}\n\`\`\``)
    errors = (await copy.compile()).errors.filter(({ file }) => !file.startsWith('tests/'))
  }, hook)
  afterAll(() => copy.restore())

  test.each(additions)('[L160] [L175] the compiler names $what that is added, and each place that lacks it', ({ word, files }) => {
    const found = errors.filter(({ message }) => splitWords(message).includes(word))
    expect(listFiles(found)).toEqual(files)
    expect(found.length).toBeLessThan(Math.max(20, 2 * files.length))
  })

  test('[L160] it names no other place', () => {
    expect(listFiles(errors)).toEqual([...new Set(additions.flatMap(({ files }) => files))].sort())
  })
})
