/** The command line lists sessions, writes captions, deletes personal data, and leaves nothing for other users of the machine. */
import { chmod, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LmdbEnvironment } from '@rostrum/server/engine/log/lmdb-environment'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startCompiledServer } from '../support/compiled-server.ts'
import { getSecret } from '../support/in-process-server.ts'
import { readId, runCli } from '../support/rostrum-cli.ts'
import { TestClient } from '../support/test-client.ts'
import { WebhookReceiver } from '../support/webhook-receiver.ts'

let folder: string
let data: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rostrum-cli-data-'))
  data = join(folder, 'data')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const listOpen = async (path: string): Promise<readonly string[]> => {
  const all = [path, ...(await readdir(path, { recursive: true })).map((name) => join(path, name))]
  const modes = await Promise.all(all.map(async (name) => [name, (await stat(name)).mode & 0o077] as const))
  return modes.filter(([, others]) => others !== 0).map(([name]) => name)
}

test('[L155] the help fits a terminal of 80 columns', async () => {
  const { output } = await runCli({}, 'help')
  expect(output.split('\n').filter((line) => line.length > 80)).toEqual([])
  expect(output).toContain('rostrum captions <session>')
})

test('[L156] files are for the user of the server alone, also those that an older version left open', async () => {
  const server = await startCompiledServer({ ROSTRUM_DATA: data })
  expect(await listOpen(data)).toEqual([])
  await server.end()
  await chmod(join(data, 'rostrum.lmdb'), 0o644)
  await (await startCompiledServer({ ROSTRUM_DATA: data })).end()
  const copy = join(folder, 'copy')
  expect(await runCli({ ROSTRUM_DATA: data }, 'backup', copy)).toMatchObject({ code: 0 })
  expect([await listOpen(data), await listOpen(copy)]).toEqual([[], []])
})

test('[L157, L176] sessions are listed, captions written and personal data deleted by command', { timeout: 60_000 }, async () => {
  const variables = { ROSTRUM_DATA: data }
  const server = await startCompiledServer(variables)
  const { url, session, chair } = server.startupLinks
  const staff = await TestClient.join(url, { link: getSecret(chair) })
  await staff.send('session.open', { onAnyDay: true })
  await staff.send('captions.add', { language: 'en' as never })
  const headers = { authorization: `Bearer ${staff.ticket.ticket}`, 'content-type': 'application/json' }
  const { tracks } = (await (await fetch(`${url}/api/staff/captions`, { headers })).json()) as { tracks: { address: string }[] }
  const key = new URL(tracks[0]?.address ?? '').searchParams.get('key')
  await fetch(`${url}/api/captions?key=${key}&seq=1`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'Good morning.' })
  const person = { entity: 'Federation of archives', group: 'civil-society', channel: 'room', name: 'As Written' }
  expect((await fetch(`${url}/api/sessions/${session}/people`, { method: 'POST', headers, body: JSON.stringify(person) })).status).toBe(201)
  staff.close()

  const listed = await runCli(variables, 'sessions')
  expect([listed.code, listed.output]).toEqual([0, expect.stringMatching(new RegExp(`^${session}  open  [\\dT:.-]+Z  \\S.*\n$`))])
  const out = join(folder, 'captions.vtt')
  expect(await runCli(variables, 'captions', session, '--out', out)).toMatchObject({ code: 0, output: `${out}: 1 lines\n` })
  expect(await readFile(out, 'utf8')).toContain('Good morning.')
  expect(await runCli(variables, 'captions', session, '--language', 'fr')).toMatchObject({ code: 1, errors: '--language is one of en.\n' })
  expect(await runCli(variables, 'erase', session, '--yes')).toMatchObject({ code: 1, output: '' })
  await server.end()
  expect(await runCli(variables, 'erase', session)).toMatchObject({ code: 1, errors: expect.stringContaining('--yes') })
  expect(await runCli(variables, 'delete', session, '--yes')).toMatchObject({
    code: 1,
    errors: expect.stringContaining(`${session} is open`),
  })
  expect(await runCli(variables, 'erase', session, '--yes')).toMatchObject({ code: 0, output: expect.stringContaining('of 1 people') })
  const made = readId((await runCli(variables, 'new', 'blank')).output)
  expect(await runCli(variables, 'captions', made)).toMatchObject({ code: 1, errors: expect.stringContaining('has no captions') })
})

/** Lists the rows and the lines of the log that name the session. */
const listTraces = async (session: string): Promise<readonly string[]> => {
  const environment = await LmdbEnvironment.openReader(data)
  const rows = environment.open<unknown, string[]>('tables', 'json')
  const lines = environment.open<string, (string | number)[]>('log', 'string')
  const all = [...rows.getRange(), ...lines.getRange()].map(({ key, value }) => JSON.stringify([key, value]))
  await environment.close()
  return all.filter((one) => one.includes(session))
}

test('[L176] a session is deleted by command with all its data, but not while it is open', { timeout: 60_000 }, async () => {
  const receiver = await WebhookReceiver.start()
  const variables = { ROSTRUM_DATA: data, ROSTRUM_WEBHOOKS_TO: 'http://127.0.0.1:*' }
  const server = await startCompiledServer(variables)
  const { url, session: open, organizer } = server.startupLinks
  const headers = { authorization: `Bearer ${getSecret(organizer)}`, 'content-type': 'application/json' }
  const call = async (path: string, body: object) => {
    const response = await fetch(`${url}/api/sessions${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
    return (await response.json()) as { id: string }
  }
  const { id } = await call('', { template: 'blank', startsAt: new Date().toISOString() })
  await fetch(`${url}/api/sessions/${id}/links`, { headers })
  await call(`/${id}/people`, { entity: 'Federation of archives', group: 'participants', channel: 'room', name: 'As Written' })
  await call(`/${id}/webhooks`, { address: receiver.url, topics: ['session'] })
  await call(`/${id}/rehearsal`, { people: 5, speed: 1, cast: 'usual' })
  await receiver.stop()
  await server.end()
  expect((await listTraces(id)).length).toBeGreaterThan(8)

  expect(await runCli(variables, 'delete', id)).toMatchObject({ code: 1, errors: expect.stringContaining('--yes') })
  expect(await runCli(variables, 'delete', id, '--yes')).toMatchObject({ code: 0, output: `${id} was deleted: New session\n` })
  expect(await listTraces(id)).toEqual([])
  expect((await runCli(variables, 'sessions')).output).toMatch(new RegExp(`^${open}  planned  \\S+  \\S.*\n$`))
})

test('[L176] a session whose log is damaged can be deleted by command too', async () => {
  const variables = { ROSTRUM_DATA: data }
  const server = await startCompiledServer(variables)
  await server.end()
  const { session } = server.startupLinks
  const environment = await LmdbEnvironment.open(data)
  const log = environment.open<string, [string, number]>('log', 'string')
  await environment.write(() => [log.put([session, 1], `${'0'.repeat(64)}{}`)])
  await environment.close()
  expect(await runCli(variables, 'delete', session, '--yes')).toMatchObject({
    code: 0,
    output: `${session} was deleted: its log was damaged\n`,
  })
  expect(await listTraces(session)).toEqual([])
})
