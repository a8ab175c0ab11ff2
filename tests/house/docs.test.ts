/** The documents name files that exist. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { protocolVersion } from '@rostrum/shared/protocol/version'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const isDocument = (path: string): boolean => path.endsWith('.md')
const documents = [
  ...readdirSync(root).filter(isDocument),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter(isDocument)
    .map((path) => join('docs', path)),
]
const namedPathPattern = /`((?:shared|server|client|tests|docs)\/[\w./-]+)`/g
const linkPattern = /\]\((?!https?:)([\w./-]+)(?:#[\w-]+)?\)/g

describe('documents', () => {
  test.each(documents)('%s names only files that exist', (document) => {
    const text = readFileSync(join(root, document), 'utf8')
    const paths = [
      ...[...text.matchAll(namedPathPattern)].map(([, path]) => path ?? ''),
      ...[...text.matchAll(linkPattern)].map(([, path]) => join(dirname(document), path ?? '')),
    ]
    // Build output may not exist yet.
    const isMade = (path: string) => /^\w+\/dist(\/|$)/.test(path)
    expect(paths.filter((path) => !path.includes('*') && !isMade(path) && !existsSync(join(root, path)))).toEqual([])
  })

  test('the page about the protocol is for the current version', () => {
    const text = readFileSync(join(root, 'docs/protocol.md'), 'utf8')
    const versions = [/Version \*\*(\d+)\*\*/, /"protocol": (\d+)/, /^\| (\d+) \| [^|]*\|\n\n/m].map((pattern) =>
      Number(pattern.exec(text)?.[1]),
    )
    expect(new Set(versions)).toEqual(new Set([protocolVersion]))
  })
  test('ARCHITECTURE has a row for each folder of the product', () => {
    const rows = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8').matchAll(/^\| (`[^|]+) \|/gm)
    const named = [...rows].flatMap(([, names = '']) => {
      const [first = '', ...more] = [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '')
      return [first, ...more.map((name) => join(dirname(first), name))]
    })
    const listFolders = (path: string) =>
      readdirSync(join(root, path), { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [`${path}/${one.name}`] : []))
    const isNamed = (path: string) => named.includes(path)
    // A folder without a row of its own has one for each folder in it.
    const missing = ['shared/src', 'server/src', 'client/src']
      .flatMap(listFolders)
      .flatMap((path) => (isNamed(path) ? [] : listFolders(path).length === 0 ? [path] : listFolders(path)))
    expect(missing.filter((path) => !isNamed(path))).toEqual([])
  })
})
