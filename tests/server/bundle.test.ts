/** The single file from which the compiled server starts. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { isBuiltin, Module } from 'node:module'
import { join } from 'node:path'
import { Script } from 'node:vm'
import { expect, test } from 'vitest'

const folder = join(import.meta.dirname, '../../server/dist')
const files = readdirSync(folder).filter((name) => /^bundle.*\.cjs$/.test(name))
const findAll = (pattern: RegExp): readonly string[] => [
  ...new Set(files.flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(pattern)].map(([, found = '']) => found))),
]

/**
 * The logger of Socket.IO tries the first and works without it. The others belong to code that Ajv writes into files, which is not used.
 */
const notNeeded = ['supports-color', 'ajv/dist/runtime/validation_error', 'ajv-formats/dist/formats']

test('the bundle needs nothing from outside but Node itself and the packages that its package.json names', () => {
  const { dependencies } = JSON.parse(readFileSync(join(folder, '../package.json'), 'utf8')) as { dependencies: object }
  const packages = findAll(/\brequire\("([^"]+)"\)/g).filter((name) => !isBuiltin(name) && !name.startsWith('./'))
  expect(packages).toEqual(expect.arrayContaining(['lmdb', 'redis', 'nodemailer']))
  expect(packages.filter((name) => !Object.hasOwn(dependencies, name) && !notNeeded.includes(name))).toEqual([])
})

test('the bundle imports nothing dynamically, because cached code cannot', () => {
  expect(findAll(/^(?!\s*(?:\*|\/\*|\/\/)).*\bimport\("([^"]+)"\)/gm)).toEqual([])
})

test('a file that names others relative to itself still finds them', () => {
  const places = findAll(/new URL\("(\.\/[^"]+)", require\("url"\)\.pathToFileURL\(__filename\)\.href\)\.href/g)
  expect(places).toContain('./engine/log/redis-append.js')
  expect(places.filter((place) => !existsSync(join(folder, place)))).toEqual([])
})

test('the running Node accepts the code that V8 compiled in advance', () => {
  const source = Module.wrap(readFileSync(join(folder, 'bundle.cjs'), 'utf8'))
  const { cachedDataRejected } = new Script(source, { cachedData: readFileSync(join(folder, 'bundle.compiled')) })
  expect(cachedDataRejected).toBe(false)
})
