/**
 * Replays the Dockerfile, step by step, without a container engine. The result starts as its user, is healthy by its own check, and stops.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeContextFilter, parseDockerfile } from '../support/dockerfile.ts'
import { freePort } from '../support/free-port.ts'
import { containerAccount, ImageReplay, type ImageSettings, plainVariables } from '../support/image-replay.ts'

let replay: ImageReplay
let image: ImageSettings
/** The files copied from the repository, before any command was run. */
let copied: readonly string[] = []
beforeAll(async () => {
  replay = await ImageReplay.open(join(import.meta.dirname, '../..'))
  image = await replay.build(async (root) => {
    copied = await readdir(root, { recursive: true })
  })
}, 600_000)
afterAll(() => replay.close())

test('the builder gets from the repository only what .dockerignore admits', () => {
  expect(copied.filter((path) => /(^|\/)(node_modules|dist|\.types|\.git)(\/|$)|\.tsbuildinfo$|\.test\./.test(path))).toEqual([])
  expect(copied.filter((path) => path.startsWith('app/tests/'))).toEqual(['app/tests/package.json'])
  for (const path of ['app/run.mjs', 'app/server/src/serve.ts', 'app/client/index.html', 'app/shared/src/kernel/text.ts'])
    expect(copied).toContain(path)
})

test('the image has the product without its sources and without the tools that built it', async () => {
  expect((await readdir(image.root)).toSorted()).toEqual(['app', 'data'])
  expect((await readdir(image.workdir)).toSorted()).toEqual(['client', 'node_modules', 'package.json', 'server', 'shared'])
  expect((await readdir(join(image.workdir, 'server'))).toSorted()).toEqual(['dist', 'node_modules', 'package.json'])
  expect((await readdir(join(image.workdir, 'shared'))).toSorted()).toEqual(['dist', 'locales', 'names', 'node_modules', 'package.json'])
  expect(await readdir(join(image.workdir, 'shared/locales/en'))).toContain('report.json')
  expect(await readdir(join(image.workdir, 'server/dist'))).toContain('materials.cdx.json')
  const packages = await readdir(join(image.workdir, 'node_modules/.pnpm'))
  expect(packages.filter((name) => /^(typescript|vite|vitest|react)@/.test(name))).toEqual([])
  expect(packages.filter((name) => /^fastify@/.test(name))).toHaveLength(1)
})

test('it starts as its user, is healthy by its own check, writes only to its volume, and stops cleanly', {
  timeout: 60_000,
}, async () => {
  expect([image.user, image.port, image.stopSignal]).toEqual(['node', Number(image.variables['ROSTRUM_PORT']), 'SIGTERM'])
  // It must not be reachable from elsewhere during the test.
  const env = { ...plainVariables(), ...image.variables, ROSTRUM_HOST: '127.0.0.1', ROSTRUM_PORT: String(await freePort()) }
  const run = ([program = '', ...args]: readonly string[]) =>
    spawn(program, args, { cwd: image.workdir, env, stdio: ['ignore', 'pipe', 'pipe'], ...containerAccount })
  const check = async (): Promise<unknown> => (await once(run(image.healthCheck), 'exit'))[0]
  const before = await readdir(image.root, { recursive: true })
  const server = run(image.command)
  const ended = once(server, 'close')
  let [printed, errors] = ['', '']
  server.stdout.on('data', (part: Buffer) => {
    printed += part.toString()
  })
  for await (const line of createInterface({ input: server.stderr })) {
    errors += `${line}\n`
    if (line.includes('"serving"')) break
  }
  expect(errors).toContain('"serving"')
  server.stderr.resume()
  expect(await check()).toBe(0)
  expect((await fetch(`http://127.0.0.1:${env.ROSTRUM_PORT}/`)).status).toBe(200)
  const isStored = (path: string) => join(image.root, path).startsWith(image.volume)
  const after = await readdir(image.root, { recursive: true })
  expect(after.filter((path) => !isStored(path))).toEqual(before.filter((path) => !isStored(path)))
  expect(after.length).toBeGreaterThan(before.length)
  if (containerAccount.uid !== undefined) {
    expect((await stat(join(image.volume, 'rostrum.lmdb'))).uid).toBe(containerAccount.uid)
    expect((await stat(image.workdir)).uid).not.toBe(containerAccount.uid)
  }
  server.kill(image.stopSignal)
  expect((await ended)[0]).toBe(0)
  expect(await check()).toBe(1)
  expect(printed).toBe('')
})

test('the reader of .dockerignore: the last line that matches decides, even for files below', () => {
  const isAdmitted = makeContextFilter('*\n!server\n**/dist\n!tests/package.json\n')
  const paths = [
    'server',
    'server/src/serve.ts',
    'server/dist',
    'server/dist/main.js',
    'dist',
    'tests',
    'tests/a.ts',
    'tests/package.json',
    '.git',
  ]
  expect(paths.filter(isAdmitted)).toEqual(['server', 'server/src/serve.ts', 'tests/package.json'])
})

test('an unknown step is an error', () => {
  expect(() => parseDockerfile('from x\n')).toThrow('not an instruction')
})
