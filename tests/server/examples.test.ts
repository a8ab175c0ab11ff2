/** Runs the programs of docs/examples against a real server. */
import { execFile, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { getSecret, startInProcessServer } from '../support/in-process-server.ts'
import { newCommandId, TestClient } from '../support/test-client.ts'

test('[X90] the worked example enters a speaker, calls, starts and ends the turn, and reads where a fault is', {
  timeout: 60_000,
}, async () => {
  const server = await startInProcessServer()
  const base = `/api/sessions/${server.session.id}`
  const organizer = { authorization: `Bearer ${getSecret(server.startupLinks.organizer)}` }
  const { secret } = (await (await server.post(`${base}/tokens`, { name: 'A', role: 'chair', endsAt: null }, organizer)).json()) as {
    secret: string
  }
  const open = { id: newCommandId(), type: 'session.open', data: { onAnyDay: true } }
  expect((await server.post(`${base}/commands`, open, { authorization: `Bearer ${secret}` })).status).toBe(200)
  const program = fileURLToPath(new URL('../../docs/examples/act.py', import.meta.url))
  const run = promisify(execFile)('python3', [program, `http://127.0.0.1:${server.app.getPort()}`, server.session.id, secret])
  const lines = (await run).stdout.trim().split('\n')
  expect(lines).toEqual([
    ...['queue.open', 'queue.add', 'floor.call', 'floor.start'].map((type) => `${type} 200 {"ok": true}`),
    'picture Library federation',
    expect.stringMatching(/^floor\.extend 400 \{"reason": "malformed", "at": "data\.by", "rule": "[^"]+"\}$/),
    'floor.end 200 {"ok": true}',
  ])
  expect(server.session.state.floor.past.map(({ speaker }) => speaker?.entity)).toEqual(['Library federation'])
  await server.close()
})

test('[X90] the example of a receiver accepts what is signed, once, and refuses everything else', { timeout: 60_000 }, async () => {
  const server = await startInProcessServer({ variables: { ROSTRUM_WEBHOOKS_TO: 'http://127.0.0.1:*' } })
  const folder = await mkdtemp(join(tmpdir(), 'rostrum-receiver-'))
  const file = join(folder, 'secret')
  const program = spawn('python3', [fileURLToPath(new URL('../../docs/examples/receive.py', import.meta.url)), '0', file])
  const lines = createInterface(program.stdout)[Symbol.asyncIterator]()
  const next = async () => (await lines.next()).value as string
  try {
    const address = `http://127.0.0.1:${(await next()).replace('listening on ', '')}/`
    const organizer = { authorization: `Bearer ${getSecret(server.startupLinks.organizer)}` }
    const base = `/api/sessions/${server.session.id}`
    const made = await server.post(`${base}/webhooks`, { address, topics: ['session'], contents: 'public' }, organizer)
    const { id, secret } = (await made.json()) as { readonly id: string; readonly secret: string }
    await writeFile(file, secret)
    expect((await server.post(`${base}/webhooks/${id}/test`, {}, organizer)).status).toBe(200)
    expect(await next()).toBe('0 webhook.test')
    const chair = await TestClient.join(`http://127.0.0.1:${server.app.getPort()}`, { link: getSecret(server.startupLinks.chair) })
    await chair.sendUntilAnswered('session.open', { onAnyDay: true })
    expect(await next()).toBe('1 session.opened')
    chair.close()
    // Nobody else knows the secret.
    const forged = { 'webhook-id': 'one', 'webhook-timestamp': `${Math.floor(Date.now() / 1000)}`, 'webhook-signature': 'v1,AAAA' }
    expect((await fetch(address, { method: 'POST', headers: forged, body: '{}' })).status).toBe(401)
  } finally {
    program.kill()
    await server.close()
    await rm(folder, { recursive: true, force: true })
  }
})
