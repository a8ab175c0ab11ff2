/** Access that had ended is restored over HTTP. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getSecret, type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { RosterClient } from '../support/roster-client.ts'
import { enter } from '../support/test-client.ts'

let server: InProcessServer
let roster: RosterClient
beforeAll(async () => {
  server = await startInProcessServer()
  roster = new RosterClient(server)
})
afterAll(() => server.close())

test('[P48] the person gets a new link; the old one still does not work, and nobody else may restore access', async () => {
  const url = `http://127.0.0.1:${server.app.getPort()}`
  const old = getSecret(server.startupLinks.room)
  expect((await roster.request('POST', '/people/room/reinstate', {})).body).toMatchObject({ reason: 'conflict' })
  await roster.request('POST', '/people/room/revoke', {})
  await expect(enter(url, { link: old })).rejects.toThrow('person-revoked')
  expect((await roster.request('POST', '/people/room/reinstate', {}, await roster.issueTicket('remote'))).status).toBe(403)
  const { status, body } = await roster.request('POST', '/people/room/reinstate', {})
  expect(status).toBe(200)
  await expect(enter(url, { link: old })).rejects.toThrow('no-such-link')
  expect(await enter(url, { link: getSecret(body['url'] as string) })).toMatchObject({ person: 'room' })
  expect((await roster.request('POST', '/people/chair/reinstate', {})).status).toBe(403)
})

test('[P48, X48] the earlier ticket of a booth that is given back is refused, also if its device has asked all the time', async () => {
  const url = `http://127.0.0.1:${server.app.getPort()}`
  const organizer = { authorization: `Bearer ${getSecret(server.startupLinks.organizer)}` }
  const addBooth = async () => {
    const answer = await server.post('/api/sessions/wsis-at-20/booths', { language: 'fr' }, organizer)
    return ((await answer.json()) as { url: string }).url
  }
  const { ticket } = await enter(url, { link: getSecret(await addBooth()) })
  const ask = async () => (await server.get('/api/sessions/wsis-at-20/view', { authorization: `Bearer ${ticket}` })).status
  expect(await ask()).toBe(200)
  await server.post('/api/sessions/wsis-at-20/officers/booth-fr/end', {}, organizer)
  expect(await ask()).toBe(403)
  const { ticket: current } = await enter(url, { link: getSecret(await addBooth()) })
  expect(await ask()).toBe(403)
  expect((await server.get('/api/sessions/wsis-at-20/view', { authorization: `Bearer ${current}` })).status).toBe(200)
})
