/** The form of a name that the Chair says: from the roster to the staff, and to nobody else. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getSecret, type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { RosterClient } from '../support/roster-client.ts'
import { TestClient } from '../support/test-client.ts'

let server: InProcessServer
let url: string
let roster: RosterClient
beforeAll(async () => {
  server = await startInProcessServer()
  url = `http://127.0.0.1:${server.app.getPort()}`
  roster = new RosterClient(server)
})
afterAll(() => server.close())

const said = 'the Zeppelin Office'
const askForForms = async (ticket: string) => {
  const answer = await fetch(`${url}/api/staff/spoken-names`, { headers: { authorization: `Bearer ${ticket}` } })
  return { status: answer.status, body: (await answer.json()) as { names?: readonly { said: string }[] } }
}

test('[P74] the staff get the form of a name to be said; it is in no event, state or view, and is erased with personal data', async () => {
  const chair = await TestClient.join(url, { link: getSecret(server.startupLinks.chair) })
  const room = await TestClient.join(url, { link: getSecret(server.startupLinks.room) })
  const events: unknown[] = []
  server.session.onChange((change) => events.push(...change.events))
  const { body } = await roster.request('POST', '/people', { entity: 'Office', group: 'government', channel: 'room', said })
  const names = [{ person: body['person'], entity: 'Office', panellist: false, said }]
  expect((await askForForms(chair.ticket.ticket)).body).toEqual({ names })
  expect((await askForForms(room.ticket.ticket)).status).toBe(403)
  for (const path of ['/record.json', '/invitations.csv', '/plan.yaml']) {
    const answer = await roster.fetchRaw('GET', path)
    expect([path, (await answer.text()).includes(said)]).toEqual([path, false])
  }
  expect(JSON.stringify(events)).toContain('Office')
  const known = JSON.stringify([events, server.session.state, chair.frames.audienceView, room.frames.audienceView, server.logLines])
  expect(known).not.toContain('Zeppelin')

  await roster.request('POST', `/people/${body['person']}/revoke`)
  expect((await askForForms(chair.ticket.ticket)).body).toEqual({ names: [] })
  await roster.request('DELETE', '/people')
  expect(JSON.stringify((await roster.request('GET', '/people')).body)).not.toContain('Zeppelin')
  chair.close()
  room.close()
})

test('[P74] the form is a column of a list; a list without it keeps the known value, and an empty cell deletes it', async () => {
  const find = async () => ((await roster.request('GET', '/people?find=Commission')).body['people'] as { said: string | null }[])[0]?.said
  const row = 'r-1,Commission,government,room'
  const send = async (header: string, cells: string) =>
    (await roster.sendList('import', `id,organization,group,channel${header}\n${row}${cells}`)).status
  for (const name of ['Said as', 'Forme orale', 'Forma oral', 'Как объявлять', 'كما يُقال', '口头称谓']) {
    const preview = await roster.sendList('preview', `id,organization,group,channel,${name}\n${row},the Commission`)
    expect(preview.body).toMatchObject({ columns: { said: name }, sample: [{ said: 'the Commission' }] })
  }
  expect(await send(',said', ',the Commission')).toBe(200)
  expect(await find()).toBe('the Commission')
  expect(await send('', '')).toBe(200)
  expect(await find()).toBe('the Commission')
  expect(await send(',said', ',')).toBe(200)
  expect(await find()).toBeNull()
})
