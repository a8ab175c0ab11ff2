/** Rules for every file: size, name, purity, and no forbidden patterns. */
import { expect, test } from 'vitest'
import { listFiles, readSource, readSources } from './sources.ts'

const codePaths = ['shared/src', 'server/src', 'client/src'].flatMap(listFiles)
const readLines = (path: string): readonly string[] => readSource(path).split('\n')

/** Returns the lines in these files that match the pattern, as `path:line text`. */
const findLines = (paths: readonly string[], pattern: RegExp): readonly string[] =>
  paths.flatMap((path) => readLines(path).flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : [])))

test('no file is longer than 300 lines', () => {
  const tests = listFiles('tests').filter((path) => !/node_modules|\.results/.test(path))
  const counted = [...codePaths, ...tests].filter((path) => /\.(tsx?|css|lua)$/.test(path))
  expect(counted.filter((path) => readLines(path).length > 301)).toEqual([])
})

test('a test file that replaces a module is in a folder `own-modules`, and shares its modules with no other file', () => {
  const tests = listFiles('tests').filter((path) => path.endsWith('.test.ts') && !/node_modules|\.results|\/house\//.test(path))
  expect(tests.filter((path) => /\bvi\.(mock|doMock)\(/.test(readSource(path)) !== path.includes('/own-modules/'))).toEqual([])
})

test('file names are kebab-case and meaningful', () => {
  const name = (path: string): string => path.split('/').at(-1) ?? ''
  expect(
    codePaths.filter((path) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.(module|d))?\.[a-z0-9]+$/.test(name(path)) && !/\.ya?ml$/.test(path)),
  ).toEqual([])
  const inStoreys = codePaths.map((path) => path.replace('server/src/services/', ''))
  expect(inStoreys.filter((path) => /(^|\/)(index|utils?|helpers?|common|managers?|services?|types|misc)(\.|\/)/.test(path))).toEqual([])
})

test('shared is compiled without the names of any platform, so that it can use none', () => {
  const { compilerOptions: options } = JSON.parse(readSource('tsconfig.base.json')) as { compilerOptions: Record<string, unknown> }
  const { compilerOptions: own } = JSON.parse(readSource('shared/tsconfig.json')) as { compilerOptions: Record<string, unknown> }
  expect({ ...options, ...own }).toMatchObject({ lib: ['es2024'], types: [] })
  const references = codePaths.filter((path) => path.startsWith('shared/src/') && /\/\/\/\s*<reference|from 'node:/.test(readSource(path)))
  expect(references).toEqual([])
})

test('shared uses no clock and no random numbers, which are in the language itself', () => {
  const impure = /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bglobalThis\b/
  const inCode = readSources()
    .filter(({ path }) => path.startsWith('shared/'))
    .map(({ path }) => path)
  expect(findLines(inCode, impure).filter((place) => !/:\d+ (\/?\*|\/\/)/.test(place))).toEqual([])
})

test('styles use logical properties, so that right-to-left needs no second style sheet', () => {
  const styles = codePaths.filter((path) => path.endsWith('.css'))
  const physical =
    /(^|[;{\s])(left|right|(margin|padding|border|scroll-margin|scroll-padding)-(left|right)(-(width|color|style))?|border-(top|bottom)-(left|right)-radius)\s*:|text-align:\s*(left|right)\b|float:\s*(left|right)\b/
  expect(findLines(styles, physical)).toEqual([])
})

test('the pages ask the server in one place, whose types name each operation with its input and its answer', () => {
  const pages = codePaths.filter((path) => path.startsWith('client/src/'))
  expect(findLines(pages, /\bfetch\(/).map((line) => line.replace(/:.*/, ''))).toEqual(['client/src/session/http.ts'])
})

test('no text is set as markup', () => {
  expect(findLines(codePaths, /dangerouslySetInnerHTML|\.innerHTML\b|\.outerHTML\b|insertAdjacentHTML|document\.write/)).toEqual([])
})

test('no test is left out', () => {
  const tests = listFiles('tests').filter((path) => /\.test\.tsx?$/.test(path) && !/node_modules|\.results|house\/shape/.test(path))
  expect(findLines(tests, /\b(test|it|describe)\.(todo|fails|skip|only)\b|\b(xit|xtest|xdescribe|fit|fdescribe)\(/)).toEqual([])
})

test('no error is ignored and no TODO is left', () => {
  const kept = [
    ...codePaths,
    ...listFiles('tests').filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !/node_modules|\.results|house\/shape/.test(path)),
  ]
  expect(findLines(kept, /catch\s*(\([^)]*\))?\s*\{\s*\}|\.catch\(\(\)\s*=>\s*(undefined|null|\{\s*\})\)/)).toEqual([])
  expect(findLines(kept, /\b(TODO|FIXME|HACK)\b/)).toEqual([])
})
