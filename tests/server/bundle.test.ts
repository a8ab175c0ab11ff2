/** The one file as which the compiled server starts. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const folder = join(import.meta.dirname, '../../server/dist')
const files = readdirSync(folder).filter((name) => name === 'main.js' || name.startsWith('bundled-'))
const findAll = (pattern: RegExp): readonly string[] => [
  ...new Set(files.flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(pattern)].map(([, found = '']) => found))),
]

/** The logger of Socket.IO tries it, and does without. */
const optional = ['supports-color']

test('what is bundled requires nothing from outside but Node itself', () => {
  const required = findAll(/\b__require\("([^"]+)"\)/g)
  expect(required.length).toBeGreaterThan(10)
  expect(required.filter((name) => !isBuiltin(name))).toEqual(optional)
})

test('what it imports from outside is named in its package.json', () => {
  const { dependencies } = JSON.parse(readFileSync(join(folder, '../package.json'), 'utf8')) as { dependencies: object }
  const imported = findAll(/^import (?:[^"\n]* from )?"([^."][^"]*)";$/gm)
  const lazily = findAll(/^(?!\s*\*).*\bimport\("([^."][^"]*)"\)/gm)
  const packages = [...imported, ...lazily].filter((name) => !isBuiltin(name))
  expect(packages).toContain('lmdb')
  expect(packages.filter((name) => !Object.hasOwn(dependencies, name))).toEqual([])
})

test('a file that names others by where it is itself still does', () => {
  const places = findAll(/new URL\("(\.\/[^"]+)", import\.meta\.url\)\.href/g)
  expect(places).toContain('./log/redis-append.js')
  expect(places.filter((place) => !existsSync(join(folder, place)))).toEqual([])
})
