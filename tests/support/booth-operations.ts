/** Calls every operation on booths once, with a client made from the document. */
import { expect } from 'vitest'
import type { ApiClient, ApiRequest } from './api-client.ts'
import { getSecret } from './server-process.ts'
import { TestClient } from './test-client.ts'

export async function useBooth(client: ApiClient, secret: string, session: string): Promise<void> {
  const params = { id: session }
  const enter = async (url: string) =>
    (await client.call<{ ticket: string }>('issueTicket', { body: { link: getSecret(url) } })).body.ticket
  const { body: booth } = await client.call<{ url: string; booth: string }>('addBooth', { secret, params, body: { language: 'fr' } })
  expect(booth.booth).toBe('fr')
  const { body } = await client.call<{ links: { role: string; url: string }[] }>('listLinks', { secret, params })
  const panellist = await enter(body.links.find(({ role }) => role === 'panellist')?.url ?? '')
  const interpreter = await enter(booth.url)
  const ask = async (by: string, id: string, request: ApiRequest = {}) => (await client.call(id, { secret: by, ...request })).body
  const handedIn = { mark: 'verbatim', at: expect.any(Number) }
  // Several people share the panel's link, so nobody can hand in a text for all of them.
  expect(await ask(panellist, 'handInText', { body: { text: 'Read out', mark: 'verbatim', pronounced: null } })).toEqual({
    reason: 'forbidden',
  })
  const person = { entity: 'Delegation', group: null, channel: 'room', idempotencyKey: 'd'.repeat(22) }
  const { body: added } = await client.call<{ url: string }>('addPerson', { secret, params, body: person })
  const speaker = await enter(added.url)
  expect(await ask(speaker, 'getBoothText')).toEqual({ handedIn: null, takenBackAt: null })
  expect(await ask(speaker, 'handInText', { body: { text: 'Read out', mark: 'verbatim', pronounced: null } })).toEqual({
    handedIn,
    takenBackAt: null,
  })
  expect(await ask(speaker, 'takeBackText')).toEqual({ handedIn: null, takenBackAt: expect.any(Number) })
  expect(await ask(interpreter, 'getBoothText')).toEqual({ reason: 'forbidden' })
  const device = 'device-one'
  expect(await ask(interpreter, 'writeLineToPartner', { body: { id: 'l'.repeat(22), device, text: 'thanks' } })).toEqual({ ok: true })
  expect(await ask(interpreter, 'goOnAir', { body: { device } })).toEqual({ ok: true })
  // No partner is connected.
  expect(await ask(interpreter, 'handOver', { body: { device } })).toEqual({ reason: 'conflict' })
  const screens = await Promise.all([0, 1].map(() => TestClient.join(client.base, { link: getSecret(booth.url) })))
  for (const { socket } of screens) await socket.timeout(10_000).emitWithAck('follow', { booth: true })
  expect(await ask(interpreter, 'handOver', { body: { device } })).toEqual({ ok: true })
  for (const screen of screens) screen.close()
}
