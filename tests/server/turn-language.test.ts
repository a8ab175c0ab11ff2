/** A request takes the language of its speaker from the roster, unless it specifies one itself. */
import type { PersonId } from '@rostrum/shared/contract/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getSecret, type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { RosterClient } from '../support/roster-client.ts'
import { newCommandId, TestClient } from '../support/test-client.ts'

let server: InProcessServer
let url: string
beforeAll(async () => {
  server = await startInProcessServer()
  url = `http://127.0.0.1:${server.app.getPort()}`
})
afterAll(() => server.close())

test('[Q41] a request has the language of the roster, however it is made, unless it specifies one', async () => {
  const roster = new RosterClient(server)
  const admit = async (entity: string, language: string | null) => {
    const added = await roster.request('POST', '/people', { entity, group: 'government', channel: 'room', language })
    expect(added.status).toBeLessThan(300)
    const person = added.body['person'] as string
    const link = await server.app.links.getOrCreate(server.session.id, person as PersonId)
    return { person, client: await TestClient.join(url, { link }) }
  }
  const staff = await TestClient.join(url, { link: getSecret(server.startupLinks.secretariat) })
  await staff.send('session.open', { onAnyDay: true })
  await staff.send('queue.open', {})
  const [canada, kenya, silent, paper] = await Promise.all([
    admit('Delegation 1', 'fr-CA'),
    admit('Delegation 2', 'en'),
    admit('Delegation 3', null),
    admit('Delegation 4', 'russian'),
  ])
  const id = newCommandId()
  const join = { kind: 'intervention', topic: null } as const
  expect(await canada.client.sendUntilAnswered('queue.join', join, id)).toEqual({ ok: true })
  expect(await canada.client.sendUntilAnswered('queue.join', join, id)).toEqual({ ok: true })
  await kenya.client.send('queue.join', { ...join, language: 'sw' as never })
  await silent.client.send('queue.join', join)
  const hand = { kind: 'intervention', entity: 'Delegation 4', speaker: null, group: null, requestChannel: 'paper', note: null } as const
  await staff.send('queue.add', { ...hand, person: paper.person as never, seenAt: Date.now() as never })
  const languages = [...server.session.state.queue.entries.values()].map(({ speaker, language }) => [speaker.entity, language])
  expect(new Map(languages as [string, string][])).toEqual(
    new Map<string, string | undefined>([
      ['Delegation 1', 'fr'],
      ['Delegation 2', 'sw'],
      ['Delegation 3', undefined],
      ['Delegation 4', 'ru'],
    ]),
  )
  for (const { client } of [canada, kenya, silent, paper]) client.close()
  staff.close()
})
