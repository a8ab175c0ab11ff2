/** The meaning of a kind of turn is in the table of kinds and in typed records of words. Code asks these, and names no kind. */
import { turnKinds } from '@rostrum/shared/contract/kinds'
import { expect, test } from 'vitest'
import { readSources } from './sources.ts'

const kinds = turnKinds.join('|')
const asks = new RegExp(`\\bkind\\s*[!=]==\\s*'(${kinds})'|\\bcase '(${kinds})':`, 'g')

test('no code asks for a kind of turn by its name', () => {
  const found = readSources()
    .filter(({ path }) => path !== 'shared/src/contract/kinds.ts')
    .flatMap(({ path, text }) => [...text.matchAll(asks)].map(([line]) => `${path}: ${line}`))
  expect(found).toEqual([])
})
