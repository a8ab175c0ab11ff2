/** The documents name files that exist. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const documents = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'docs/adding-a-feature.md',
  'docs/protocol.md',
  'docs/guarantees.md',
  'docs/operating.md',
  'docs/api.md',
  'docs/roster.md',
  'docs/record.md',
]
const named = /`((?:shared|server|client|tests|docs)\/[\w./-]+)`/g
const linked = /\]\((?!https?:)([\w./-]+)\)/g

describe('documents', () => {
  it.each(documents)('%s names only what is there', (document) => {
    const text = readFileSync(join(root, document), 'utf8')
    const folder = document.includes('/') ? 'docs' : '.'
    const paths = [
      ...[...text.matchAll(named)].map(([, path]) => path ?? ''),
      ...[...text.matchAll(linked)].map(([, path]) => join(folder, path ?? '')),
    ]
    // What the build makes is not there before it.
    const isMade = (path: string) => /^\w+\/dist(\/|$)/.test(path)
    expect(paths.filter((path) => !path.includes('*') && !isMade(path) && !existsSync(join(root, path)))).toEqual([])
  })
})
