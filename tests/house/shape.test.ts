/** What every file keeps to: size, names, purity, and nothing that belongs to one machine. */
import { expect, test } from 'vitest'
import { list, read, sources } from './sources.ts'

const code = ['shared/src', 'server/src', 'client/src'].flatMap(list)
const lines = (path: string): readonly string[] => read(path).split('\n')

/** Where a pattern stands in these files, as `path:line`. */
const places = (paths: readonly string[], pattern: RegExp): readonly string[] =>
  paths.flatMap((path) => lines(path).flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : [])))

test('no file is longer than 300 lines', () => {
  const tests = list('tests').filter((path) => !/node_modules|\.results/.test(path))
  const counted = [...code, ...tests].filter((path) => /\.(tsx?|css|lua)$/.test(path) && !path.startsWith('client/src/text/languages/'))
  expect(counted.filter((path) => lines(path).length > 301)).toEqual([])
})

test('file names are kebab-case and say something', () => {
  const name = (path: string): string => path.split('/').at(-1) ?? ''
  expect(code.filter((path) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.(module|d))?\.[a-z0-9]+$/.test(name(path)) && !/\.ya?ml$/.test(path))).toEqual(
    [],
  )
  expect(code.filter((path) => /(^|\/)(index|utils?|helpers?|common|managers?|services?|types|misc)(\.|\/)/.test(path))).toEqual([])
})

test('shared knows no clock, no dice, no platform', () => {
  const impure =
    /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bperformance\b|\bset(Timeout|Interval|Immediate)\b|\b(window|document|navigator|localStorage|globalThis|process)\.|\bfetch\(|\bcrypto\./
  const inCode = sources()
    .filter(({ path }) => path.startsWith('shared/'))
    .map(({ path }) => path)
  expect(places(inCode, impure).filter((place) => !/:\d+ (\/?\*|\/\/)/.test(place))).toEqual([])
})

test('styles use logical properties, so that right-to-left needs no second sheet', () => {
  const styles = code.filter((path) => path.endsWith('.css'))
  const physical =
    /(^|[;{\s])(left|right|(margin|padding|border|scroll-margin|scroll-padding)-(left|right)(-(width|color|style))?|border-(top|bottom)-(left|right)-radius)\s*:|text-align:\s*(left|right)\b|float:\s*(left|right)\b/
  expect(places(styles, physical)).toEqual([])
})

test('no text is set as markup', () => {
  expect(places(code, /dangerouslySetInnerHTML|\.innerHTML\b|\.outerHTML\b|insertAdjacentHTML|document\.write/)).toEqual([])
})

test('no error is swallowed and nothing is left for later', () => {
  const kept = [
    ...code,
    ...list('tests').filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !/node_modules|\.results|house\/shape/.test(path)),
  ]
  expect(places(kept, /catch\s*(\([^)]*\))?\s*\{\s*\}|\.catch\(\(\)\s*=>\s*(undefined|null|\{\s*\})\)/)).toEqual([])
  expect(places(kept, /\b(TODO|FIXME|HACK)\b/)).toEqual([])
})
