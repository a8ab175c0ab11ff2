/** The conditions under which a planted bug counts as found. */
import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copySources } from '../../support/copy-of-sources.ts'
import { findFalseKillers, plantBug } from './plant.ts'

let copy = ''
beforeAll(async () => {
  copy = await copySources()
})
afterAll(() => rm(copy, { recursive: true, force: true }))

const file = 'server/src/people/roster/csv-writer.ts'
const killer = { file: 'tests/record/formula-cells.test.ts', test: '[S72] it is guarded in CSV' }
const guarded = 'quoteCell(guardFormula(value))'

test('[L120] only a failed assertion finds a bug, and the copy is restored afterwards', { timeout: 120_000 }, async () => {
  const plant = (by: string) => plantBug(copy, { edits: [{ file, replace: guarded, by }] }, killer)
  expect(await plant('quoteCell(value)')).toBeNull()
  expect(await plant('quoteCell(guardFormula(String(value)))')).toBe('no test failed')
  expect(await plant('quoteCell(guardFormula(value)')).toContain('no test ran')
  expect(await plant('quoteCell(noSuchFunction(value))')).toContain('ReferenceError')
  expect(await findFalseKillers(copy, [killer])).toEqual([])
})

test('[L120] a bug whose place is gone is reported; so is a test that is missing or fails without a bug', {
  timeout: 120_000,
}, async () => {
  const gone = 'no such text'
  const edits = [
    { file, replace: guarded, by: 'quoteCell(value)' },
    { file, replace: gone, by: '' },
  ]
  expect(await plantBug(copy, { edits }, killer)).toBe(`${file} must have this once: ${gone}`)
  expect(await findFalseKillers(copy, [killer, { ...killer, test: gone }])).toEqual([
    `without a bug ${killer.file} “${gone}” is not green: there is no such test`,
  ])
})
