/**
 * A client with types generated from the OpenAPI document runs a whole session and reads the views of each screen: as answers, and as frames
 * that it applies. The compiler checks it by these types.
 */
import { spawnSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import openapiTS, { astToString } from 'openapi-typescript'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getSecret, type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'

const tests = join(import.meta.dirname, '..')
const tsc = join(tests, '../node_modules/typescript/bin/tsc')
const compilerOptions = { composite: false, lib: ['es2024', 'dom', 'dom.asynciterable'], types: ['node'] }

let server: InProcessServer
/** Holds the client and its types. It is here because the client imports packages of the tests. */
let folder: string
beforeAll(async () => {
  server = await startInProcessServer()
  await mkdir(join(tests, '.results'), { recursive: true })
  folder = await mkdtemp(join(tests, '.results/client-'))
  const document = await (await server.get('/api/openapi.json')).text()
  await writeFile(join(folder, 'document.d.ts'), astToString(await openapiTS(document)))
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ extends: '../../../tsconfig.base.json', compilerOptions }))
  await cp(join(tests, 'support/document-client'), folder, { recursive: true })
}, 60_000)
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

const compile = () => spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' }).stdout

test('the client compiles, runs a session, and reads its views and its record', { timeout: 60_000 }, async () => {
  expect(compile()).toBe('')
  const { runSession } = await import(join(folder, 'session.js'))
  const shown = await runSession(`http://127.0.0.1:${server.app.getPort()}`, getSecret(server.startupLinks.organizer))
  expect(shown.phases).toEqual(['planned', 'open'])
  expect(shown.moved).toEqual({ entity: 'Library federation', channel: 'remote', topic: 'Access for all', seenByOthers: false })
  expect(JSON.parse(shown.refusal)).toEqual({ reason: 'session-closed' })
  expect(shown.outcomes).toContain('Library federation: heard')
})

test('a client that reads a field that no view has, or that only the staff have, does not compile', { timeout: 60_000 }, async () => {
  const reads = ['shown.session.phases', 'shown.intention', 'own.queue', 'shown.order.entity']
  const lines = reads.map((read, index) => `export const read${index} = (one: Participant<'public'>) => one.${read}`)
  await writeFile(join(folder, 'wrong.ts'), ["import type { Participant } from './participant.ts'", ...lines, ''].join('\n'))
  expect([...compile().matchAll(/wrong\.ts\((\d+),\d+\): error TS(?:2339|2551)/g)].map(([, line]) => Number(line))).toEqual([2, 3, 4, 5])
})
