/** The command line next to a running server with the embedded store, and a server that npm started. */
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CompiledServer, startCompiledServer } from '../support/compiled-server.ts'
import { getSecret } from '../support/in-process-server.ts'
import { runCli } from '../support/rostrum-cli.ts'

let folder: string
let data: string
let server: CompiledServer
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rostrum-online-'))
  data = join(folder, 'data')
  server = await startCompiledServer({ ROSTRUM_DATA: data })
})
afterAll(async () => {
  await server.end()
  await rm(folder, { recursive: true, force: true })
})

test('[L60] verify, export and links work while the server runs', { timeout: 60_000 }, async () => {
  const { session } = server.startupLinks
  const variables = { ROSTRUM_DATA: data }
  expect(await runCli(variables, 'verify', '--all')).toMatchObject({ code: 0, output: expect.stringContaining(`${session}: ok`) })
  expect(await runCli(variables, 'export', session, '--out', join(folder, 'record.md'))).toMatchObject({ code: 0 })
  const { code, output } = await runCli(variables, 'links', session)
  expect([code, output.includes(getSecret(server.startupLinks.chair)), output.includes(server.startupLinks.code)]).toEqual([0, true, true])
})

test('[P66] the link of the first organizer is printed next to a running server; only commands that write are refused', async () => {
  const { code, output } = await runCli({ ROSTRUM_DATA: data }, 'organizers')
  expect([code, getSecret(output.split('\n')[0])]).toEqual([0, getSecret(server.startupLinks.organizer)])
  expect(output).toMatch(/\nfirst {9}made at the start {7}last used (never|[\d-]{10}T[\d:]{5}Z) +The first organizer\n$/)
  expect(await runCli({ ROSTRUM_DATA: data }, 'organizers', 'renew', 'first')).toMatchObject({ code: 1, output: '' })
})

test('[L60] commands that write are refused while the server runs, and change nothing', async () => {
  const { code, errors } = await runCli({ ROSTRUM_DATA: data }, 'new', 'wsis-at-20')
  expect([code, errors]).toEqual([
    1,
    expect.stringContaining('sessions, verify, export, captions, links, organizers (to list them) and backup work at any time'),
  ])
})

test('[L61] a backup made while the server runs is a complete store', { timeout: 60_000 }, async () => {
  const copy = join(folder, 'copy')
  expect(await runCli({ ROSTRUM_DATA: data }, 'backup', copy)).toMatchObject({ code: 0, errors: '' })
  expect(await runCli({ ROSTRUM_DATA: copy }, 'verify', '--all')).toMatchObject({ code: 0, output: expect.stringContaining(': ok') })
  expect((await runCli({ ROSTRUM_DATA: copy }, 'links', server.startupLinks.session)).output).toContain(
    getSecret(server.startupLinks.chair),
  )
  expect(await runCli({ ROSTRUM_DATA: data }, 'backup', copy)).toMatchObject({ code: 1, errors: expect.stringContaining('exists already') })
  expect(await runCli({ ROSTRUM_DATA: join(folder, 'nothing') }, 'backup', join(folder, 'other'))).toMatchObject({ code: 1 })
})

test('[L62] a command ends quietly if nobody reads its output any longer', async () => {
  const main = new URL('../../server/dist/cli.js', import.meta.url)
  const { PATH = '' } = process.env
  const child = spawn(process.execPath, [main.pathname, 'help'], { env: { PATH }, stdio: ['ignore', 'pipe', 'pipe'] })
  child.stdout.destroy()
  let errors = ''
  child.stderr.on('data', (part: Buffer) => {
    errors += part.toString()
  })
  const code = await new Promise((resolve) => child.on('close', resolve))
  expect([code, errors]).toEqual([0, ''])
})

test('[L63] a server that npm started ends when npm ends', async () => {
  const main = new URL('../../server/dist/main.js', import.meta.url).pathname
  const { PATH = '', HOME = '' } = process.env
  const env = { PATH, HOME, ROSTRUM_PORT: '0', ROSTRUM_DATA: join(folder, 'by-npm'), npm_lifecycle_event: 'start' }
  // Like npm: a process that starts the server, prints its process id, and is then killed.
  const starter = `const c = require('node:child_process').spawn(process.execPath, [${JSON.stringify(main)}, '--json'], { stdio: ['ignore', 'inherit', 'inherit'] }); console.log(c.pid); setInterval(() => 0, 1000)`
  const parent = spawn(process.execPath, ['-e', starter], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  let printed = ''
  await new Promise<void>((resolve) => {
    parent.stdout.on('data', (part: Buffer) => {
      printed += part.toString()
      if (printed.includes('{')) resolve()
    })
  })
  const pid = Number(printed.split('\n')[0])
  parent.kill('SIGKILL')
  const isRunning = () => {
    try {
      return process.kill(pid, 0)
    } catch {
      return false
    }
  }
  await expect.poll(isRunning, { timeout: 15_000 }).toBe(false)
})
