// @vitest-environment jsdom
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { examples } from '../components/examples.ts'

const components = readdirSync(join(import.meta.dirname, '../../client/src/ui'))
  .filter((name) => name.endsWith('.tsx'))
  .map((name) => name.replace('.tsx', ''))

test('every component has an example of each of its states, and no example belongs to a removed component', () => {
  expect(Object.keys(examples).sort()).toEqual(components.sort())
})
