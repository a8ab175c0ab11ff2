/** The answers to the security standard: each requirement once, and every file, rule and promise that an answer names exists. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

/** OWASP ASVS 5.0.0: the numbers of requirements of level 1 and level 2 in each section. They come first in the section, in this order. */
const sections = `1.1 0 2, 1.2 5 4, 1.3 2 9, 1.4 0 3, 1.5 1 1, 2.1 1 2, 2.2 2 1, 2.3 1 3, 2.4 0 1, 3.2 2 0, 3.3 1 3, 3.4 2 4, 3.5 3 2, 3.7 0 2,
  4.1 1 2, 4.2 0 1, 4.3 0 2, 4.4 1 3, 5.1 0 1, 5.2 2 1, 5.3 2 0, 5.4 0 3, 6.1 1 2, 6.2 8 4, 6.3 2 2, 6.4 2 2, 6.5 0 5, 6.6 0 3, 6.8 0 4,
  7.1 0 3, 7.2 4 0, 7.3 0 2, 7.4 2 3, 7.5 0 2, 7.6 0 2, 8.1 1 1, 8.2 2 1, 8.3 1 0, 8.4 0 1, 9.1 3 0, 9.2 1 3, 10.1 0 2, 10.2 0 2, 10.3 0 4,
  10.4 5 6, 10.5 0 5, 10.6 0 2, 10.7 0 3, 11.1 0 2, 11.2 0 3, 11.3 2 1, 11.4 1 3, 11.5 0 1, 11.6 0 1, 12.1 1 2, 12.2 2 0, 12.3 0 4, 13.1 0 1,
  13.2 0 5, 13.3 0 2, 13.4 1 4, 14.1 0 2, 14.2 1 3, 14.3 1 2, 15.1 1 2, 15.2 1 2, 15.3 1 6, 16.1 0 1, 16.2 0 5, 16.3 0 4, 16.4 0 3, 16.5 0 3,
  17.1 0 1, 17.2 0 4, 17.3 0 2`

const listRequirements = (): readonly string[] =>
  sections.split(',').flatMap((section) => {
    const [name = '', first = '', second = ''] = section.trim().split(' ')
    return Array.from(
      { length: Number(first) + Number(second) },
      (_, index) => `${name}.${index + 1} level ${index < Number(first) ? 1 : 2}`,
    )
  })

const rowPattern = /^\| (\d+\.\d+\.\d+) \| ([12]) \| ([^|]+) \| (yes|n\/a|no) \| ([^|]+) \|$/gm
const rows = [...read('docs/security.md').matchAll(rowPattern)].map(([, number = '', level = '', asked = '', verdict = '', why = '']) => ({
  id: `${number} level ${level}`,
  asked,
  verdict,
  why,
}))
const listPaths = (text: string): readonly string[] =>
  [...text.matchAll(/`([\w.-]+\/[\w./-]+\.\w+|[\w.-]+\.(?:md|json|mjs))`/g)].map(([, path]) => path ?? '')

test('[S71] every requirement of levels 1 and 2 is answered once, in order', () => {
  expect(listRequirements()).toHaveLength(253)
  expect(rows.map(({ id }) => id)).toEqual(listRequirements())
  for (const { id, asked, why } of rows) expect([id, asked.length > 3, why.length > 3]).toEqual([id, true, true])
})

test('[S71] a "yes" names its evidence, and the page counts its answers correctly', () => {
  const bare = rows.filter(
    ({ verdict, why }) => verdict === 'yes' && listPaths(why).length === 0 && !/\*[A-Z]|^None|^Redis and one/.test(why),
  )
  expect(bare.map(({ id }) => id)).toEqual([])
  const count = (verdict: string): number => rows.filter((row) => row.verdict === verdict).length
  expect(read('docs/security.md')).toContain(`${count('yes')} are yes, ${count('n/a')} n/a and ${count('no')} no.`)
})

test.each(['docs/security.md', 'docs/threat-model.md', 'SECURITY.md'])(
  '[S71] %s names only files, rules and promises that exist',
  (page) => {
    const text = read(page)
    expect(listPaths(text).filter((path) => !existsSync(join(root, path)))).toEqual([])
    const links = [...text.matchAll(/\]\((?!https?:)([\w./-]+)\)/g)].map(([, path]) => join(root, page, '..', path ?? ''))
    expect(links.filter((path) => !existsSync(path))).toEqual([])
    const known = new Set(
      [...read('docs/rules.md').matchAll(/^- \*\*([A-Z]\d+)\*\*/gm), ...read('docs/guarantees.md').matchAll(/^\| (G\d+) \|/gm)].map(
        ([, id]) => id,
      ),
    )
    const named = [...text.matchAll(/\b([SAPQOFUTCNRVWLG]\d+)\b/g)].map(([, id]) => id)
    expect(named.filter((id) => !known.has(id))).toEqual([])
  },
)
