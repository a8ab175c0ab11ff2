/** Checks that names, comments and documents use the vocabulary of ARCHITECTURE: one word for one meaning. */
import { parseSync } from 'vite'
import { expect, test } from 'vitest'
import { listFiles, readSource } from './sources.ts'
import { visitNodes } from './syntax.ts'

const isSource = (path: string): boolean => /\.(ts|tsx|mjs)$/.test(path) && !/node_modules|\.results/.test(path)
const product = ['shared/src', 'server/src', 'client/src'].flatMap(listFiles).filter(isSource)
// This file is left out because it contains the forbidden words.
const code = [...product, ...listFiles('tests').filter(isSource)].filter((path) => path !== 'tests/house/names.test.ts')
const documents = [
  ...['README', 'ARCHITECTURE', 'CONTRIBUTING', 'SECURITY', 'CHANGELOG'].map((name) => `${name}.md`),
  // The glossary contains the words of other languages.
  ...listFiles('docs').filter((path) => path.endsWith('.md') && path !== 'docs/glossary.md'),
]

/** The words that the glossary replaced. There is a better word for each of them. The storey `doors` has its name in the plural alone. */
const replacedWords = [
  'anew, begun, deed, deeds, desk, desks, door, farewell, handout, keeper, keepers, manieth, moments, neighbour, neighbours',
  'nought, outlet, presences, reckon, reckoned, reckons, scribe, seat, seats, shelf, tempo, tip, told, unheard, unreached, whoever, whomever',
]
  .join(', ')
  .split(', ')

/** American spellings, and British ones without the -ize that the United Nations uses. */
const spellings =
  /\b(?:(?:organ|recogn|author|normal|summar|priorit|synchron|minim|maxim|initial|serial|final|categor|emphas|apolog|anonym|token|capital|real|util|optim)is(?:e[drs]?|ing|ation|ations|er|ers)|catalogs?|honor(?:s|ed)?|favors?|canceled|canceling|labeled|labeling|modeled|traveled|panelists?)\b/i

const parsed = new Map(code.map((path) => [path, parseSync(path, readSource(path))] as const))

const splitWords = (name: string): readonly string[] =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z]+/)
    .map((word) => word.toLowerCase())

function findIdentifiers(path: string): ReadonlySet<string> {
  const found = new Set<string>()
  visitNodes(parsed.get(path)?.program, (node) => {
    if (/^(Identifier|PrivateIdentifier|JSXIdentifier)$/.test(node.type)) found.add(String(node['name']))
  })
  return found
}

/** Lists where each name is exported, apart from defaults. */
function findExports(isIn: (path: string) => boolean): ReadonlyMap<string, readonly string[]> {
  const places = new Map<string, string[]>()
  for (const path of product.filter(isIn)) {
    const names = (parsed.get(path)?.module.staticExports ?? []).flatMap(({ entries }) => entries.map(({ exportName }) => exportName.name))
    for (const name of new Set(names)) if (name !== null && name !== 'default') places.set(name, [...(places.get(name) ?? []), path])
  }
  return places
}

test('an exported name is defined once in each program', () => {
  for (const other of ['server/', 'client/']) {
    const twice = [...findExports((path) => path.startsWith('shared/') || path.startsWith(other))].filter(([, paths]) => paths.length > 1)
    expect(twice.map(([name, paths]) => `${name}: ${paths.join(', ')}`)).toEqual([])
  }
})

test('no function of the client has the name of a function of the server, unless it does the same', () => {
  const inServer = findExports((path) => path.startsWith('server/'))
  const both = [...findExports((path) => path.startsWith('client/')).keys()].filter((name) => /^[a-z]/.test(name) && inServer.has(name))
  expect(both).toEqual(['newCommandId'])
})

test('no name contains a word that the glossary replaced', () => {
  const found = code.flatMap((path) =>
    [...findIdentifiers(path)]
      .filter((name) => splitWords(name).some((word) => replacedWords.includes(word)))
      .map((name) => `${path}: ${name}`),
  )
  expect(found).toEqual([])
  expect(code.filter((path) => splitWords(path).some((word) => replacedWords.includes(word)))).toEqual([])
})

test('no comment and no document contains a word that the glossary replaced', () => {
  const pattern = new RegExp(`\\b(?:${replacedWords.join('|')}|whom it may|beside)\\b`, 'i')
  const inComments = code.flatMap((path) =>
    (parsed.get(path)?.comments ?? [])
      .map(({ value }) => pattern.exec(value)?.[0])
      .filter((word) => word !== undefined)
      .map((word) => `${path}: ${word}`),
  )
  const inDocuments = documents.flatMap((path) =>
    pattern.exec(readSource(path)) === null ? [] : [`${path}: ${pattern.exec(readSource(path))?.[0]}`],
  )
  expect([...inComments, ...inDocuments]).toEqual([])
})

test('spelling is British with -ize', () => {
  // Strings are not checked: some contain text that people type, in any spelling.
  const inCode = code.flatMap((path) =>
    [...findIdentifiers(path), ...(parsed.get(path)?.comments ?? []).map(({ value }) => value)]
      .filter((text) => spellings.test(splitWords(text).join(' ')))
      .map((text) => `${path}: ${text.slice(0, 80)}`),
  )
  const sentences = [
    ...documents,
    ...['phone', 'asked', 'staff', 'report', 'columns', 'mail'].map((file) => `shared/locales/en/${file}.json`),
  ]
  const inSentences = sentences.flatMap((path) =>
    spellings.test(readSource(path)) ? [`${path}: ${spellings.exec(readSource(path))?.[0]}`] : [],
  )
  expect([...inCode, ...inSentences]).toEqual([])
})

test('tests are written with `test`', () => {
  const found = code.filter((path) => path.startsWith('tests/') && /\bimport \{[^}]*\bit\b[^}]*\} from 'vitest'/.test(readSource(path)))
  expect(found).toEqual([])
})
