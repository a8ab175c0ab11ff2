/** The words of `npm test`: names of files, values of options, and mistakes. */
import { expect, test } from 'vitest'
// @ts-expect-error: it runs before anything is installed, so it has no types.
import { findNamedTests } from '../../shared/build/named-tests.mjs'

const paths = ['tests/domain/floor.test.ts', 'tests/journeys/fonts.test.ts']
const find = (...words: readonly string[]) => findNamedTests(words, paths, '/home/rostrum')

test('a word in the path of a file names it', () => {
  for (const word of ['floor', 'tests/domain', './tests/domain/floor.test.ts', '/home/rostrum/tests/domain'])
    expect(find(word)).toEqual({ named: [word], unknown: [], args: [word] })
})

test('vitest gets the whole path for a line of a file; a line of several files is a mistake', () => {
  expect(find('floor:12').args).toEqual(['tests/domain/floor.test.ts:12'])
  expect(find('test.ts:12')).toMatchObject({ named: [], unknown: ['test.ts:12'] })
})

test('the value of an option names no file, and a word that is in no path is a mistake', () => {
  expect(find('--bail', '1', '--reporter', 'verbose', '-t', 'fonts')).toMatchObject({ named: [], unknown: [] })
  expect(find('-t', 'fonts', 'floor')).toMatchObject({ named: ['floor'], unknown: [] })
  expect(find('flor')).toMatchObject({ named: [], unknown: ['flor'] })
  expect(find('--bail=1', 'flor', 'floor')).toMatchObject({ named: ['floor'], unknown: ['flor'] })
})
