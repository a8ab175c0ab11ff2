/** Names that the staff type for speakers without a device. Only the staff read them, and they are deleted with the personal data. */
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

const request = (speaker: string, group = 'civil-society'): CommandData<'queue.add'> => ({
  ...{ kind: 'intervention', person: null, entity: 'Library federation', speaker, group: group as GroupId, requestChannel: 'paper' },
  ...{ seenAt: Date.now() as Instant, note: null },
})
const askForNames = async (ticket: string) => {
  const answer = await fetch(`${url}/api/staff/typed-names`, { headers: { authorization: `Bearer ${ticket}` } })
  return { status: answer.status, body: (await answer.json()) as { names?: readonly { id: string; name: string }[] } }
}

test('[P13] a typed name is in no event, state or view; only the staff get it; it is erased with personal data', async () => {
  const secretariat = await TestClient.join(url, { link: getSecret(server.startupLinks.secretariat) })
  const room = await TestClient.join(url, { link: getSecret(server.startupLinks.room) })
  const events: unknown[] = []
  server.session.onChange((change) => events.push(...change.events))
  await secretariat.send('session.open', { onAnyDay: true })
  const id = newCommandId()
  const first = request('Quetzalcoatl One')
  expect(await secretariat.sendUntilAnswered('queue.add', first, id)).toEqual({ ok: true })
  expect(await secretariat.sendUntilAnswered('queue.add', first, id)).toEqual({ ok: true })
  expect(await secretariat.sendUntilAnswered('queue.add', request('Quetzalcoatl Two'), id)).toEqual({ ok: false, reason: 'id-taken' })
  await expect.poll(() => secretariat.frames.audienceView?.['entries']).toMatchObject({ [id]: { staff: { nameId: id } } })
  expect((await askForNames(secretariat.ticket.ticket)).body).toEqual({ names: [{ id, name: 'Quetzalcoatl One' }] })
  expect((await askForNames(room.ticket.ticket)).status).toBe(403)

  expect(await secretariat.sendUntilAnswered('queue.add', request('Quetzalcoatl Three', 'martians'))).toMatchObject({ ok: false })
  expect(await room.sendUntilAnswered('queue.add', request('Quetzalcoatl Four'))).toEqual({ ok: false, reason: 'forbidden' })
  expect(await room.sendUntilAnswered('queue.add', request('Quetzalcoatl Five'), id)).toMatchObject({ ok: false })
  expect((await askForNames(secretariat.ticket.ticket)).body).toEqual({ names: [{ id, name: 'Quetzalcoatl One' }] })

  const known = JSON.stringify([events, server.session.state, secretariat.frames.audienceView, room.frames.audienceView])
  expect(known).toContain('Library federation')
  expect(known).not.toContain('Quetzalcoatl')
  expect(server.logLines.join('\n')).not.toContain('Quetzalcoatl')
  await new RosterClient(server).request('DELETE', '/people')
  expect((await askForNames(secretariat.ticket.ticket)).body).toEqual({ names: [] })
  expect(server.session.state.queue.entries.get(id as never)).toMatchObject({ speaker: { nameId: id, person: null } })
  secretariat.close()
  room.close()
})
