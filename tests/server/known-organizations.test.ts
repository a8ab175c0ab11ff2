/** The organizations of a session, for everybody who joins by code: offered, and compared as people mean them. */
import type { GroupId } from '@rostrum/shared/contract/ids'
import type { CommandData } from '@rostrum/shared/contract/registry'
import type { Instant } from '@rostrum/shared/kernel/time'
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

const post = async (path: string, body: object) => {
  const answer = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return { status: answer.status, body: (await answer.json()) as Readonly<Record<string, unknown>> }
}
const enterAs = (entity: string) =>
  post('/api/tickets', {
    code: server.startupLinks.code,
    person: { entity, group: 'government', channel: 'room', nameInRecord: false },
  })
const listKnown = async () => {
  const { body } = await post('/api/codes', { code: server.startupLinks.code })
  return body['organizations'] as readonly { readonly name: string; readonly group: string }[]
}

test.each([
  ['Côte d’Ivoire', ['COTE D’IVOIRE', 'cote d ivoire', "Côte d'Ivoire."]],
  ['Republic of Kenya', ['REPUBLIC OF KENYA', 'Republic  of Kenya.']],
])('[P79] %s is stored once, however it is typed', async (name, typed) => {
  expect((await enterAs(name)).body).toMatchObject({ entity: name })
  for (const one of typed) expect((await enterAs(one)).body).toMatchObject({ entity: name })
  expect((await listKnown()).filter((one) => one.name === name)).toEqual([{ name, group: 'government' }])
})

test('[P79] another organization stays another, and the panel is none', async () => {
  expect((await enterAs('Republic of Kenya, Ministry of ICT')).body).toMatchObject({ entity: 'Republic of Kenya, Ministry of ICT' })
  for (const panel of ['Panel', 'PANEL.', 'El panel', 'Дискуссионная группа'])
    expect(await enterAs(panel)).toMatchObject({ status: 422, body: { reason: 'text-refused' } })
})

test('[L177] the organization of a speaker whom the staff types is written as it is registered', async () => {
  expect((await enterAs('Viet Nam')).body).toMatchObject({ entity: 'Viet Nam' })
  const secretariat = await TestClient.join(url, { link: getSecret(server.startupLinks.secretariat) })
  await secretariat.send('session.open', { onAnyDay: true })
  for (const [typed, stored] of [
    ['Вьетнам', 'Viet Nam'],
    ['VIET NAM', 'Viet Nam'],
    ['Vietnamese students', 'Vietnamese students'],
  ] as const) {
    const id = newCommandId()
    const request: CommandData<'queue.add'> = {
      ...{ kind: 'intervention', person: null, entity: typed, speaker: null, group: 'government' as GroupId, requestChannel: 'paper' },
      ...{ seenAt: Date.now() as Instant, note: null },
    }
    expect(await secretariat.sendUntilAnswered('queue.add', request, id)).toEqual({ ok: true })
    expect(await secretariat.sendUntilAnswered('queue.add', request, id)).toEqual({ ok: true })
    expect(server.session.state.queue.entries.get(id as never)?.speaker.entity).toBe(stored)
  }
  secretariat.close()
})

test('[P112] a person who joins under a name that looks like a registered one waits for the secretariat’s yes', async () => {
  const person = { entity: 'Norway', group: 'government', channel: 'room', name: null, email: null }
  expect((await new RosterClient(server).request('POST', '/people', person)).status).toBe(201)
  const { body } = await enterAs('N\u043erway')
  expect(body).toMatchObject({ entity: 'N\u043erway' })
  const joined = [...server.session.state.people.all.values()].find(({ entity }) => entity === 'N\u043erway')
  expect(joined).toMatchObject({ walkIn: 'claims' })
})
