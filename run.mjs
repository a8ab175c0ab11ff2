// Runs the commands of package.json, and a few more. It has no dependencies, because it runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { withLock } from './shared/build/lock.mjs'
import { findNamedTests } from './shared/build/named-tests.mjs'
import { runTogether } from './shared/build/run-together.mjs'

const root = dirname(fileURLToPath(import.meta.url))
const at = (...parts) => join(root, ...parts)
const pnpm = 'pnpm@12.21.0'
const tools = {
  tsc: at('node_modules/typescript/bin/tsc'),
  vite: at('client/node_modules/vite/bin/vite.js'),
  vitest: at('tests/node_modules/vitest/vitest.mjs'),
  biome: at('tests/node_modules/@biomejs/biome/bin/biome'),
  knip: at('tests/node_modules/knip/bin/knip.js'),
}
const product = ['shared', 'server', 'client']
const stampFile = at('node_modules/.rostrum.json')
const lockFile = at('node_modules/.rostrum.lock')
/** How long, in milliseconds, the files of earlier builds are kept: a running server may still need them. */
const keptFor = 24 * 60 * 60_000

const parent = process.ppid
const [task = 'start', ...extra] = process.argv.slice(2)
/** What `help` says of each task. */
const about = {
  start: 'builds and serves; with --rehearse it plays a session with simulated people',
  test: "the newcomer's tests, or the files that are named; options are those of vitest",
  'test:all': 'all tests',
  'test:rest': 'the tests that `test` leaves out',
  dev: 'serves, and reloads what changes',
  check: 'types, style, dead code and the rules of the house; builds nothing',
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
const newcomers = ['house', 'quick', 'scaled-down']
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
  install('product')
  build()
  listMaterials()
  if (!flags.includes('--lean')) return
  for (const part of ['.', ...product]) rmSync(at(part, 'node_modules'), { recursive: true, force: true })
  pnpmInstall(['--prod', '--filter=@rostrum/server...'])
}

/** Stops if the build is older than the sources. Programs that run the build would silently show what older sources do. */
function requireBuilt() {
  const isBuilt = isServerBuilt(hashServerSources()) && isClientBuilt(hashClientSources())
  if (!isBuilt) stop('The build does not match these sources. Build again: node run.mjs build')
}

/** Runs the newcomer's tests. With names of files it runs those files, whatever they cost. Options are those of vitest. */
function test(words) {
  const paths = files(at('tests')).map((file) => relative(root, file))
  const tests = paths.filter((path) => /\.test\.tsx?$/.test(path))
  const { named, unknown } = findNamedTests(words, tests, root)
  if (unknown.length > 0) stop(`No file of tests has "${unknown[0]}" in its path.`)
  runTests('test', named.length === 0 ? newcomers : ['house', 'quick', ...others], words)
}

function testAll(words) {
  runTests('all', ['house', 'quick', ...others], words)
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

/** Runs vitest. The totals are kept, so that several runs can be added up. */
function vitest(name, args) {
  process.env.ROSTRUM_RESULTS = at('tests/.results', `${name}.json`)
  const reporters = ['default', 'tests/support/last-lines.ts'].map((reporter) => `--reporter=${reporter}`)
  return node(tools.vitest, ['run', '--config', 'tests/vitest.config.ts', ...reporters, ...args], 'inherit')
}

/** Checks types, style, dead code and the rules of the house. It needs no build, and makes none. */
function check() {
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

/** Installs only the product, or also the tests and their tools. It is skipped if the stamp file shows that this was done. */
function install(scope) {
  lockAndDo(() => installOnce(scope))
}

function installOnce(scope) {
  const manifests = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...['.', ...product, 'tests'].map((name) => `${name}/package.json`)]
  const wanted = hash([...manifests.map((name) => readFileSync(at(name))), process.versions.modules, process.platform, process.arch])
  const { installed } = readStamp()
  const isThere = (scope === 'all' ? [...product, 'tests'] : product).every((part) => existsSync(at(part, 'node_modules')))
  if (isThere && installed?.hash === wanted && (installed.scope === 'all' || installed.scope === scope)) return
  say(scope === 'all' ? 'Installing …' : 'Installing what the product needs …')
  pnpmInstall(scope === 'all' ? [] : ['--filter=!@rostrum/tests'])
  writeStamp({ installed: { hash: wanted, scope } })
}

/**
 * Lists the components of the product, with versions, licences and digests (CycloneDX). The list is for scanners, and for people who run
 * the product. It is served nowhere.
 */
function listMaterials() {
  const format = ['--sbom-format', 'cyclonedx', '--sbom-spec-version', '1.6', '--sbom-type', 'application']
  const { status } = runPnpm(['--filter=!@rostrum/tests', 'sbom', ...format, '--prod', '--out', at('server/dist/materials.cdx.json')])
  if (status !== 0) stop('The list of materials could not be made.')
}

/** Installs packages. npm passes its log level on. Even with `npm start --silent`, the faults of an install must be shown. */
function pnpmInstall(flags) {
  const { status, error } = runPnpm([...flags, 'install', '--frozen-lockfile'])
  if (error !== undefined || status !== 0)
    stop(`Installing failed${error === undefined ? '' : `: ${error.message}`}. Check the network connection.`)
}

function runPnpm(args) {
  const env = { ...process.env, npm_config_loglevel: isSilent() ? 'error' : process.env.npm_config_loglevel }
  return spawnSync('npx', ['-y', pnpm, ...args], { cwd: root, env, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
}

/** Builds the server and the client, each only if its sources have changed. */
function build() {
  compile()
  lockAndDo(buildClient)
}

function buildClient() {
  const wanted = hashClientSources()
  if (isClientBuilt(wanted)) return
  say('Building the client …')
  for (const mode of ['production', 'light']) {
    if (node(tools.vite, ['build', at('client'), '--mode', mode, '--logLevel', 'warn']) !== 0) stop('The client does not build.')
  }
  removeOld(files(at('client/dist')))
  writeStamp({ client: wanted })
}

function compile() {
  lockAndDo(buildServer)
}

function buildServer() {
  const wanted = hashServerSources()
  if (isServerBuilt(wanted)) return
  say('Compiling …')
  if (describeMessages() !== 0) stop('The messages of the languages do not match.')
  if (node(tools.tsc, ['-b', 'server', 'client']) !== 0) stop('The sources do not compile.')
  copyAssets()
  describeViews()
  bundleServer()
  writeStamp({ compiled: wanted })
}

/** Generates the types of the messages, which the compiler needs. */
function describeMessages() {
  return node(at('client/build/describe-messages.mjs'), [])
}

function isServerBuilt(wanted) {
  return readStamp().compiled === wanted && existsSync(at('server/dist/bundle.compiled'))
}

function isClientBuilt(wanted) {
  return readStamp().client === wanted && existsSync(at('client/dist/light/index.html'))
}

function hashServerSources() {
  const settings = [
    'tsconfig.base.json',
    'server/vite.config.js',
    'server/keep-compiled.mjs',
    'server/describe-views.mjs',
    'pnpm-lock.yaml',
  ]
  return hash([
    ...sources('shared/src', 'shared/locales', 'server/src', 'client/src'),
    ...settings.map((name) => readFileSync(at(name))),
    process.versions.v8,
  ])
}

function hashClientSources() {
  return hash([...sources('client', 'shared/src', 'shared/locales'), readFileSync(at('pnpm-lock.yaml'))])
}

/** Makes `views.json`: the schemas of the parts of views, for the document of the HTTP interface. */
function describeViews() {
  if (node(at('server/describe-views.mjs'), []) !== 0) stop('The views cannot be described.')
}

/** Makes `bundle.cjs`, the files that it only reads when needed, and the code that V8 has compiled from it. */
function bundleServer() {
  if (node(tools.vite, ['build', at('server'), '--logLevel', 'warn']) !== 0) stop('The server cannot be bundled.')
  removeOld(files(at('server/dist')).filter((file) => /\bbundle-[^/]*\.cjs$/.test(file)))
  // Its log is of no use to somebody who starts another server.
  const { status, stderr } = spawnSync(process.execPath, [at('server/keep-compiled.mjs')], { encoding: 'utf8' })
  if (status !== 0) stop(`${stderr}The server that was built does not start.`)
}

/** Copies the files that the compiler leaves out: the Redis scripts and the templates. */
function copyAssets() {
  for (const file of files(at('server/src')).filter((name) => !name.endsWith('.ts'))) {
    const target = at('server/dist', relative(at('server/src'), file))
    mkdirSync(dirname(target), { recursive: true })
    copyFileSync(file, target)
  }
}

function removeOld(paths) {
  for (const path of paths) if (statSync(path).mtimeMs < Date.now() - keptFor) rmSync(path)
}

function lockAndDo(work) {
  const onWait = () => say('Another command installs or builds here. Waiting until it is done …')
  withLock(lockFile, onWait, () => {
    endWithParent()
    work()
  })
  endWithParent()
}

/** npm does not always pass a signal on. What it started must not go on, and serve, after it has ended. */
function endWithParent() {
  if (isOrphaned()) stop('Stopped, because npm was stopped.')
}

function isOrphaned() {
  return process.env.npm_lifecycle_event !== undefined && process.ppid !== parent
}

function sources(...folders) {
  return folders.flatMap((folder) => files(at(folder))).flatMap((file) => [relative(root, file), readFileSync(file)])
}

function files(folder) {
  // What a build makes among its sources would make every first build look outdated.
  const skipped = new Set(['node_modules', 'dist', '.types', 'messages.d.ts'])
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !skipped.has(entry.name) && !entry.name.endsWith('.tsbuildinfo'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)]))
}

/** Runs a tool. Its output goes to standard error. Standard output is for the server only, so that scripts can read `--json`. */
function node(tool, args, output = 2) {
  return spawnSync(process.execPath, [tool, ...args], { cwd: root, stdio: ['inherit', output, 'inherit'] }).status ?? 1
}

function readStamp() {
  return existsSync(stampFile) ? JSON.parse(readFileSync(stampFile, 'utf8')) : {}
}

function writeStamp(part) {
  writeFileSync(stampFile, JSON.stringify({ ...readStamp(), ...part }))
}

function hash(parts) {
  const sum = createHash('sha256')
  for (const part of parts) sum.update(part).update('\0')
  return sum.digest('hex')
}

function isSilent() {
  return process.env.npm_config_loglevel === 'silent'
}

function say(line) {
  process.stderr.write(`${line}\n`)
}

function stop(line) {
  say(line)
  process.exit(1)
}
