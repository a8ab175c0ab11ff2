/**
 * A client made from the OpenAPI document drives a whole session, and reads the views of each screen. The document describes every answer.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ApiClient } from '../support/api-client.ts'
import { getSecret, type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'

let server: InProcessServer
let client: ApiClient
let organizer: string
beforeAll(async () => {
  server = await startInProcessServer()
  client = await ApiClient.connect(`http://127.0.0.1:${server.app.getPort()}`)
  organizer = getSecret(server.startupLinks.organizer)
})
afterAll(() => server.close())

type View = {
  readonly audience: {
    readonly view: {
      readonly session: { readonly phase: string }
      readonly order: readonly string[]
      readonly floor: { readonly current: { readonly id: string; readonly entity: string; readonly startedAt: number | null } | null }
    }
  }
}
type SessionRecord = { readonly requests: readonly { readonly entity: string; readonly outcome: string }[] }

test('a session is created, opened and closed after a turn, and its views and its record are read', async () => {
  const asOrganizer = { secret: organizer }
  const { body: created } = await client.call<{ id: string }>('createSession', { ...asOrganizer, body: { template: 'blank' } })
  const params = { id: created.id }
  const enter = async (link: string): Promise<string> =>
    (await client.call<{ ticket: string }>('issueTicket', { body: { link: getSecret(link) } })).body.ticket
  const { links } = (await client.call<{ links: readonly { role: string; url: string }[] }>('listLinks', { ...asOrganizer, params })).body
  const chair = await enter(links.find(({ role }) => role === 'chair')?.url ?? '')
  const person = { entity: 'Library federation', group: null, channel: 'remote' }
  const { body: added } = await client.call<{ url: string }>('addPerson', { ...asOrganizer, params, body: person })
  const speaker = await enter(added.url)

  let count = 0
  const send = async (secret: string, type: string, data: object = {}): Promise<string> => {
    count += 1
    const id = `command-${count}`.padEnd(22, '0')
    const reply = await client.call('sendCommand', { params, secret, body: { id, type, data } })
    expect([type, reply.body]).toEqual([type, { ok: true }])
    return id
  }
  const read = async (secret: string) => (await client.call<View>('readView', { params, secret })).body.audience.view

  expect((await read(speaker)).session.phase).toBe('planned')
  await send(chair, 'session.open', { onAnyDay: true })
  await send(chair, 'queue.open')
  const entry = await send(speaker, 'queue.join', { kind: 'intervention', topic: 'Access for all' })
  await expect.poll(async () => (await read(chair)).order).toEqual([entry])
  const turn = await send(chair, 'floor.call', { entry, expectedCurrent: null, expectedNext: entry })
  await expect.poll(async () => (await read(speaker)).floor.current).toMatchObject({ id: turn })
  await send(chair, 'floor.start', { turn })
  await send(chair, 'floor.end', { turn })
  await expect.poll(async () => (await read(speaker)).floor.current).toBeNull()
  await send(chair, 'session.close')
  await expect.poll(async () => (await read(speaker)).session.phase).toBe('closed')

  const refused = await client.call<{ reason: string }>('sendCommand', {
    ...{ params, secret: speaker },
    body: { id: 'after-the-close'.padEnd(22, '0'), type: 'queue.join', data: { kind: 'intervention', topic: null } },
  })
  expect([refused.status, refused.body.reason]).toEqual([409, 'session-closed'])
  const { body: record } = await client.call<SessionRecord>('readRecord', { ...asOrganizer, params })
  expect(record.requests).toMatchObject([{ outcome: 'heard' }])
})
