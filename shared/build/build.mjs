// Compiles and bundles the server and the client, each only if its sources or its results have changed.
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { dirname, relative } from 'node:path'
import { lockAndDo, node, say, stop } from './running.mjs'
import { at, files, hash, readStamp, sources, writeStamp } from './tree.mjs'

const tools = { tsc: at('node_modules/typescript/bin/tsc'), vite: at('client/node_modules/vite/bin/vite.js') }
/** How long, in milliseconds, the files of earlier builds are kept: a running server may still need them. */
const keptFor = 24 * 60 * 60_000

/** Builds the server and the client, each only if its sources have changed. */
export function build() {
  compile()
  lockAndDo(buildClient)
}

export function compile() {
  lockAndDo(buildServer)
}

/** Whether the build is what these sources make. */
export function isBuilt() {
  return isServerBuilt(hashServerSources()) && isClientBuilt(hashClientSources())
}

/** Generates the types of the messages, which the compiler needs. */
export function describeMessages() {
  return node(at('client/build/describe-messages.mjs'), [])
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
  writeStamp({ compiled: wanted, written: hashCompiled() })
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

function isServerBuilt(wanted) {
  const { compiled, written } = readStamp()
  return compiled === wanted && existsSync(at('server/dist/bundle.compiled')) && written === hashCompiled()
}

function isClientBuilt(wanted) {
  return readStamp().client === wanted && existsSync(at('client/dist/light/index.html'))
}

/**
 * The compiled files. `check` and `dev` compile into the same folders, perhaps from sources that are changed back afterwards. Then these
 * files are not those of the build.
 */
function hashCompiled() {
  const compiled = ['shared/dist', 'server/dist'].flatMap((folder) => files(at(folder))).filter((file) => file.endsWith('.js'))
  return hash(compiled.map((file) => readFileSync(file)))
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
  return hash([...sources('client', 'shared/src', 'shared/locales', 'shared/names'), readFileSync(at('pnpm-lock.yaml'))])
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
