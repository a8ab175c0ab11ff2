// Runs the commands of package.json, and a few more. It has no dependencies, because it runs before anything is installed.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, compile, describeMessages, isBuilt } from './shared/build/build.mjs'
import { install, listMaterials, pnpmInstall } from './shared/build/install.mjs'
import { findNamedTests } from './shared/build/named-tests.mjs'
import { runTogether } from './shared/build/run-together.mjs'
import { isOrphaned, isSilent, node, say, stop } from './shared/build/running.mjs'
import { at, files, product, root } from './shared/build/tree.mjs'

const tools = {
  tsc: at('node_modules/typescript/bin/tsc'),
  vite: at('client/node_modules/vite/bin/vite.js'),
  vitest: at('tests/node_modules/vitest/vitest.mjs'),
  biome: at('tests/node_modules/@biomejs/biome/bin/biome'),
  knip: at('tests/node_modules/knip/bin/knip.js'),
}

const [written = 'start', ...extra] = process.argv.slice(2)
const task = /^(-h|--help)$/.test(written) ? 'help' : written
/** What `help` says of each task. */
const about = {
  start: 'builds and serves; with --rehearse it plays a session with simulated people',
  test: "the newcomer's tests, or the files that are named; options are those of vitest",
  'test:all': 'all tests',
  'test:rest': 'the tests that `test` leaves out',
  dev: 'serves, and reloads what changes',
  check: 'types, style, dead code and the rules of the house',
  build: 'builds; with --lean only what the server needs remains installed',
  built: 'fails if the build is older than the sources',
  bench: 'measures load and speed',
  prove: 'proves the promises of docs/guarantees.md',
  sheet: 'makes the page on which a native speaker reviews a language',
  components: 'makes one page of all components of client/src/ui',
  help: 'this list',
}
const tasks = {
  start,
  test,
  'test:all': testAll,
  'test:rest': testRest,
  dev,
  check,
  build: bundle,
  built: requireBuilt,
  bench: (args) => runBuilt('tests/bench/bench.mjs', args),
  prove: (args) => runBuilt('tests/prove/prove.mjs', args),
  sheet: (args) => runOnSources('tests/sheet/sheet.mjs', args),
  components: (args) => runOnSources('tests/components/build.mjs', args),
  help: () => process.stdout.write(`${formatTasks()}\n`),
}
/** The projects of tests/vitest.config.ts, named after what their files cost, as the end of a file's name shows. */
const newcomers = ['house', 'quick', 'sharing', 'scaled-down']
const others = ['scaled', 'slow', 'alone']
if (!Object.hasOwn(tasks, task)) stop(`Unknown task "${task}". Tasks:\n${formatTasks()}`)
requireNode()
await tasks[task](extra)

async function start(flags) {
  if (flags.includes('--json') && process.env.npm_lifecycle_event !== undefined && !isSilent())
    say('npm has written lines of its own to standard output. For the line of JSON alone: npm start --silent -- --json')
  install('product')
  build()
  process.env.NODE_ENV ??= 'production'
  const main = at('server/dist/main.js')
  process.argv = [process.execPath, main, ...flags]
  await import(pathToFileURL(main).href)
}

/**
 * Builds without starting. With `--lean`, only what the server needs to run remains installed: for an image, or a copy to another machine.
 */
function bundle(flags) {
  refuseOptions(flags, ['--lean'])
  install('product')
  build()
  listMaterials()
  if (!flags.includes('--lean')) return
  for (const part of ['.', ...product]) rmSync(at(part, 'node_modules'), { recursive: true, force: true })
  pnpmInstall(['--prod', '--filter=@rostrum/server...'])
}

/** Stops if the build is older than the sources. Programs that run the build would silently show what older sources do. */
function requireBuilt() {
  if (!isBuilt()) stop('The build does not match these sources. Build again: node run.mjs build')
}

/** Runs the newcomer's tests. With names of files it runs those files, whatever they cost. Options are those of vitest. */
function test(words) {
  const paths = files(at('tests')).map((file) => relative(root, file))
  const tests = paths.filter((path) => /\.test\.tsx?$/.test(path))
  const { named, unknown, args } = findNamedTests(words, tests, root)
  if (unknown.length > 0) stop(`No file of tests has "${unknown[0]}" in its path.`)
  runTests('test', named.length === 0 ? newcomers : ['house', 'quick', 'sharing', ...others], args)
}

function testAll(words) {
  runTests('all', ['house', 'quick', 'sharing', ...others], words)
}

/** Runs the tests that `test` leaves out. */
function testRest(words) {
  runTests('rest', others, words)
}

function runTests(name, projects, words) {
  install('all')
  build()
  process.exit(vitest(name, [...projects.map((project) => `--project=${project}`), ...words]))
}

/** Runs vitest. The totals are kept, so that several runs can be added up. A run without a test has failed. */
function vitest(name, args) {
  const results = at('tests/.results', `${name}.json`)
  rmSync(results, { force: true })
  process.env.ROSTRUM_RESULTS = results
  const reporters = ['default', 'tests/support/last-lines.ts'].map((reporter) => `--reporter=${reporter}`)
  const status = node(tools.vitest, ['run', '--config', 'tests/vitest.config.ts', ...reporters, ...args], 'inherit')
  const { passed, failed } = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : { passed: 0, failed: 0 }
  if (status !== 0 || passed + failed > 0) return status
  say('No test was run.')
  return 1
}

/** Checks types, style, dead code and the rules of the house. It needs no build. */
function check(words) {
  refuseOptions(words, [])
  install('all')
  const steps = {
    messages: describeMessages,
    types: () => node(tools.tsc, ['-b'], 'inherit'),
    style: () => node(tools.biome, ['check', '--error-on-warnings'], 'inherit'),
    'dead code': () => node(tools.knip, [], 'inherit'),
    house: () => vitest('check', ['--project=house']),
  }
  const failed = Object.keys(steps).filter((name) => {
    say(`— ${name}`)
    return steps[name]() !== 0
  })
  if (failed.length === 0) return
  countFailed(failed.filter((name) => name !== 'house').length)
  stop(`Failed: ${failed.join(', ')}.`)
}

/** Adds failed steps, which have no tests, to the totals of the check. */
function countFailed(steps) {
  const file = at('tests/.results/check.json')
  const totals = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 1, skipped: 0 }
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify({ ...totals, failed: totals.failed + steps }))
}

/** Runs programs that measure the build, or prove the promises of docs/guarantees.md. */
function runBuilt(program, args) {
  install('all')
  build()
  process.exit(node(at(program), args, 'inherit'))
}

/** Runs programs that make a page from the sources: the texts of a language, or all components. */
function runOnSources(program, args) {
  install('all')
  compile()
  process.exit(node(at(program), args, 'inherit'))
}

/** Runs compiler, server and client at the same time. Each restarts or reloads automatically. */
function dev(flags) {
  install('all')
  compile()
  // The pages come from Vite's port, so the links lead there and its pages may connect.
  const port = process.env.ROSTRUM_DEV_PORT ?? '5173'
  const env = { ROSTRUM_PUBLIC_URL: `http://localhost:${port}`, ...process.env, ROSTRUM_DEV_PORT: port }
  const isForNode = (flag) => flag.startsWith('--inspect')
  const server = [...flags.filter(isForNode), at('server/dist/serve.js'), ...flags.filter((flag) => !isForNode(flag))]
  runTogether(
    [
      [tools.tsc, '-b', '--watch', '--preserveWatchOutput', 'server'],
      ['--watch', '--enable-source-maps', ...server],
      [tools.vite, at('client')],
    ],
    { cwd: root, env },
    isOrphaned,
  )
}

function refuseOptions(words, known) {
  const unknown = words.find((word) => !known.includes(word))
  if (unknown !== undefined) stop(`Unknown option "${unknown}"${known.length > 0 ? `. Options: ${known.join(', ')}` : ''}`)
}

function formatTasks() {
  return Object.entries(about)
    .map(([name, sentence]) => `  ${name.padEnd(12)} ${sentence}`)
    .join('\n')
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  const good = major === 20 ? minor >= 19 : major === 22 ? minor >= 12 : major > 22
  if (!good) stop(`Rostrum needs Node 20.19 or later, or 22.12 or later; this is ${process.versions.node}.`)
}
