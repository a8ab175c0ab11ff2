/** The link of the overlay, which is in the settings of a video mixer. It opens a picture of the floor, and nothing else. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { EventReader } from '../support/event-reader.ts'
import { getSecret, type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { enter, newCommandId, TestClient } from '../support/test-client.ts'

let server: InProcessServer
let url: string
let path: string
beforeAll(async () => {
  server = await startInProcessServer()
  url = `http://127.0.0.1:${server.app.getPort()}`
  path = `/api/sessions/${server.session.id}`
})
afterAll(() => server.close())

const ask = async (method: string, at: string, secret: string, body?: object) => {
  const answer = await fetch(`${url}${at}`, {
    method,
    headers: { authorization: `Bearer ${secret}`, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}
const organizer = () => getSecret(server.startupLinks.organizer)
const findLink = async () => {
  const { links } = (await ask('GET', `${path}/links`, organizer())).body as { links: { person: string; role: string; url: string }[] }
  return links.find(({ person }) => person === 'overlay')
}

test('[X23] the overlay has a separate link, as a display, and does not get the join code', async () => {
  const link = await findLink()
  expect(link).toMatchObject({ role: 'display', url: expect.stringMatching(/\/overlay#[\w-]{32}$/) })
  const [overlay, screen] = [link?.url ?? '', server.startupLinks.display]
  expect(await enter(url, { link: getSecret(overlay) })).toMatchObject({ role: 'display', joining: null })
  expect(await enter(url, { link: getSecret(screen) })).toMatchObject({ role: 'display', joining: { code: server.startupLinks.code } })
})

test('[X23] it allows no action over a socket or HTTP, and shows nothing that a room screen does not show', async () => {
  const client = await TestClient.join(url, { link: getSecret((await findLink())?.url ?? '') })
  const { ticket } = client.ticket
  const { revision } = server.session
  const commands = {
    'session.open': { onAnyDay: true },
    'queue.open': {},
    'queue.join': { kind: 'intervention', topic: null },
    'cues.announce': { to: 'everyone', text: 'Hello' },
  } as const
  for (const [type, data] of Object.entries(commands)) {
    expect([type, await client.send(type as 'queue.open', data as never)]).toEqual([type, { ok: false, reason: 'forbidden' }])
    expect(await ask('POST', `${path}/commands`, ticket, { id: newCommandId(), type, data })).toMatchObject({ status: 403 })
  }
  expect((await ask('POST', `${path}/buttons/open-list`, ticket, {})).status).toBe(403)
  for (const at of [
    `${path}/links`,
    `${path}/people`,
    `${path}/tokens`,
    '/api/sessions',
    '/api/staff/order-preview?mode=received',
    '/api/me',
  ])
    expect([at, (await ask('GET', at, ticket)).status]).toEqual([at, expect.toSatisfy((status: number) => status >= 400 && status < 500)])
  expect(server.session.revision).toBe(revision)
  const screen = await TestClient.join(url, { link: getSecret(server.startupLinks.display) })
  expect(client.frames.audienceView).toEqual(screen.frames.audienceView)
  for (const each of [client, screen]) each.close()
})

test('[X23] when it is renewed, its screens end within a second, and the room screen remains', async () => {
  const secrets = [getSecret((await findLink())?.url ?? ''), getSecret(server.startupLinks.display)]
  const [overlay, screen] = await Promise.all(
    secrets.map(async (link) => {
      const reader = new EventReader()
      expect(await reader.connect(url, server.session.id, (await enter(url, { link })).ticket)).toBe(200)
      return reader
    }),
  )
  const renewed = await ask('POST', `${path}/links/overlay/renew`, organizer(), {})
  expect(renewed.body['url']).toMatch(/\/overlay#/)
  const began = performance.now()
  await overlay?.ended
  expect(performance.now() - began).toBeLessThan(1_000)
  await expect(enter(url, { link: secrets[0] })).rejects.toThrow('no-such-link')
  const isEnded = await Promise.race([screen?.ended.then(() => true), ask('GET', `${path}/links`, organizer()).then(() => false)])
  expect(isEnded).toBe(false)
  screen?.close()
})
