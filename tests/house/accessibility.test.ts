/** The answers to the accessibility standard: each criterion once, and every file and rule that an answer names exists. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

/** The success criteria of WCAG 2.2 at levels A and AA, by guideline. 4.1.1 was removed in 2.2. */
const guidelines = `1.1: 1; 1.2: 1 2 3 4 5; 1.3: 1 2 3 4 5; 1.4: 1 2 3 4 5 10 11 12 13; 2.1: 1 2 4; 2.2: 1 2; 2.3: 1; 2.4: 1 2 3 4 5 6 7 11;
  2.5: 1 2 3 4 7 8; 3.1: 1 2; 3.2: 1 2 3 4 6; 3.3: 1 2 3 4 7 8; 4.1: 2 3`
const criteria = guidelines.split(';').flatMap((guideline) => {
  const [name = '', numbers = ''] = guideline.trim().split(': ')
  return numbers.split(' ').map((number) => `${name}.${number}`)
})

const page = read('docs/accessibility.md')
const [standard = '', further = ''] = page.split(/^## EN 301 549.*$/m)
const answers = ['yes', 'partly', 'no', 'n/a', 'not checked']

const listRows = (text: string) =>
  [...text.matchAll(/^\| (\d[\d.]*) ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)].map(([, number = '', name = '', answer = '', why = '']) => ({
    number,
    name,
    answer,
    why,
  }))
const rows = listRows(standard)
const listPaths = (text: string): readonly string[] =>
  [...text.matchAll(/`([\w.-]+\/[\w./-]+\.\w+|[\w.-]+\.(?:md|json|mjs))`/g)].map(([, path]) => path ?? '')

test('[V80] every criterion of levels A and AA is answered once, in order', () => {
  expect(criteria).toHaveLength(55)
  expect(rows.map(({ number }) => number)).toEqual(criteria)
})

test('[V80] a line that looks like an answer is one, and gives a reason', () => {
  const all = [...rows, ...listRows(further)]
  expect(page.match(/^\| \d/gm)).toHaveLength(all.length)
  expect(all.filter(({ answer, why }) => !answers.includes(answer) || why.length < 4)).toEqual([])
})

test('[V80] a "yes" names a file, and the page counts its answers correctly', () => {
  const bare = [...rows, ...listRows(further)].filter(({ answer, why }) => answer === 'yes' && listPaths(why).length === 0)
  expect(bare.map(({ number }) => number)).toEqual([])
  const count = (answer: string): number => rows.filter((row) => row.answer === answer).length
  expect(page).toContain(
    `Of 55 answers ${count('yes')} are yes, ${count('partly')} partly, ${count('no')} no, ${count('n/a')} n/a and ${count('not checked')} not checked.`,
  )
})

test('[V80] the page names only files and rules that exist', () => {
  expect(listPaths(page).filter((path) => !existsSync(join(root, path)))).toEqual([])
  const links = [...page.matchAll(/\]\((?!https?:)([\w./-]+)\)/g)].map(([, path]) => join(root, 'docs', path ?? ''))
  expect(links.filter((path) => !existsSync(path))).toEqual([])
  const known = new Set([...read('docs/rules.md').matchAll(/^- \*\*([A-Z]\d+)\*\*/gm)].map(([, id]) => id))
  const named = [...page.matchAll(/\b([SAPQOFUTCNRVWL]\d+)\b/g)].map(([, id]) => id)
  expect(named.length).toBeGreaterThan(20)
  expect(named.filter((id) => !known.has(id))).toEqual([])
})
