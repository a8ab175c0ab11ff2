/** The one file as which the compiled server starts. */
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

/** The logger of Socket.IO tries it, and does without. The others are for code that Ajv writes into files, which nobody asks it to. */
const notNeeded = ['supports-color', 'ajv/dist/runtime/validation_error', 'ajv-formats/dist/formats']

test('what is bundled needs nothing from outside but Node itself, and what is named in its package.json', () => {
  const { dependencies } = JSON.parse(readFileSync(join(folder, '../package.json'), 'utf8')) as { dependencies: object }
  const packages = findAll(/\brequire\("([^"]+)"\)/g).filter((name) => !isBuiltin(name) && !name.startsWith('./'))
  expect(packages).toEqual(expect.arrayContaining(['lmdb', 'redis', 'nodemailer']))
  expect(packages.filter((name) => !Object.hasOwn(dependencies, name) && !notNeeded.includes(name))).toEqual([])
})

test('it imports nothing, because what was compiled before cannot', () => {
  expect(findAll(/^(?!\s*(?:\*|\/\*|\/\/)).*\bimport\("([^"]+)"\)/gm)).toEqual([])
})

test('a file that names others by where it is itself still does', () => {
  const places = findAll(/new URL\("(\.\/[^"]+)", require\("url"\)\.pathToFileURL\(__filename\)\.href\)\.href/g)
  expect(places).toContain('./engine/log/redis-append.js')
  expect(places.filter((place) => !existsSync(join(folder, place)))).toEqual([])
})

test('what V8 has compiled of it is taken by the Node that runs here', () => {
  const source = Module.wrap(readFileSync(join(folder, 'bundle.cjs'), 'utf8'))
  const { cachedDataRejected } = new Script(source, { cachedData: readFileSync(join(folder, 'bundle.compiled')) })
  expect(cachedDataRejected).toBe(false)
})
