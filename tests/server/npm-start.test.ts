/** The server as a program starts it through npm: its output, its end, and the message if an install fails. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { StartupLinks } from '@rostrum/server/people/access/startup-links'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getSecret } from '../support/in-process-server.ts'

const root = join(import.meta.dirname, '../..')
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rostrum-npm-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Runs npm without the variables of the npm that runs the tests. */
const runNpm = (args: readonly string[], variables: Readonly<Record<string, string>>, cwd = root) => {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn('npm', args, { cwd, env: { PATH, HOME, ...variables }, stdio: ['ignore', 'pipe', 'pipe'] })
  const printed = { output: '', errors: '' }
  child.stderr.on('data', (part: Buffer) => {
    printed.errors += part.toString()
  })
  const firstLines = new Promise<void>((resolve) => {
    child.stdout.on('data', (part: Buffer) => {
      printed.output += part.toString()
      if (/^\{.*\}\n/m.test(printed.output)) resolve()
    })
  })
  // The pipes close when no process holds them any longer, including the server.
  const ended = once(child, 'close').then(([code]) => code as number | null)
  return { child, printed, ended, firstLines: Promise.race([firstLines, ended.then(() => Promise.reject(new Error(printed.errors)))]) }
}
const serverVariables = (name: string) => ({ ROSTRUM_PORT: '0', ROSTRUM_DATA: join(folder, name) })

test('[L65] npm start --silent -- --json prints one line of JSON only; SIGTERM to npm ends the server in good order', {
  timeout: 120_000,
}, async () => {
  const npm = runNpm(['start', '--silent', '--', '--json'], serverVariables('silent'))
  await npm.firstLines
  const links = JSON.parse(npm.printed.output) as StartupLinks
  expect(npm.printed.output).toBe(`${JSON.stringify(links)}\n`)
  expect(getSecret(links.organizer)).not.toBe('')
  expect((await fetch(`${links.url}/health`)).status).toBe(200)
  npm.child.kill('SIGTERM')
  await npm.ended
  expect(npm.printed.output).toBe(`${JSON.stringify(links)}\n`)
  expect(npm.printed.errors).toContain('"stopped"')
  await expect(fetch(`${links.url}/health`)).rejects.toThrow()
})

test('[L65] without --silent npm writes its own lines first, and the server explains how to avoid them', {
  timeout: 120_000,
}, async () => {
  const npm = runNpm(['start', '--', '--json'], serverVariables('plain'))
  await npm.firstLines
  npm.child.kill('SIGTERM')
  await npm.ended
  expect(npm.printed.output.trim().split('\n').length).toBeGreaterThan(1)
  expect(npm.printed.errors).toMatch(/^npm has written lines of its own .*: npm start --silent -- --json$/m)
})

test('[L65] --silent does not hide why an install failed; a command that waits ends with npm', { timeout: 120_000 }, async () => {
  const copy = join(folder, 'copy')
  const manifests = ['.', 'shared', 'server', 'client', 'tests'].map((part) => join(part, 'package.json'))
  for (const path of [
    ...manifests,
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    'run.mjs',
    ...(await readdir(join(root, 'shared/build'))).map((name) => join('shared/build', name)),
  ]) {
    await mkdir(dirname(join(copy, path)), { recursive: true })
    await copyFile(join(root, path), join(copy, path))
  }
  const offline = { npm_config_registry: 'http://127.0.0.1:1', npm_config_cache: join(folder, 'cache'), npm_config_fetch_retries: '0' }
  const npm = runNpm(['start', '--silent', '--', '--json'], offline, copy)
  await expect(npm.firstLines).rejects.toThrow()
  expect([await npm.ended, npm.printed.output]).toEqual([1, ''])
  expect(npm.printed.errors).toContain('ECONNREFUSED')
  expect(npm.printed.errors).toMatch(/^Installing failed\. Check the network connection\.$/m)

  // While a command waits for another to build, SIGTERM to npm ends it too: it does not begin when the other has ended.
  const lock = join(copy, 'node_modules/.rostrum.lock')
  await writeFile(lock, `${process.pid}`)
  const waiting = runNpm(['start', '--silent', '--', '--json'], offline, copy)
  await once(waiting.child.stderr, 'data')
  waiting.child.kill('SIGTERM')
  await once(waiting.child, 'exit')
  await rm(lock)
  await waiting.ended
  expect(waiting.printed.errors).toMatch(/Waiting until it is done …\nStopped, because npm was stopped\.\n$/)
  await expect(waiting.firstLines).rejects.toThrow()
})
