/** The pronunciation of a name: from the roster to the booths, and to nobody else. */
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { BoothUpdate, BoothView } from '@rostrum/shared/protocol/booth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasLeaked, makeCanary } from '../support/canary.ts'
import { getSecret, type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { RosterClient } from '../support/roster-client.ts'
import { tellStory } from '../support/story.ts'
import { TestClient } from '../support/test-client.ts'

const ok = { ok: true }
const person = { entity: 'Delegation', group: 'government', channel: 'room' }

describe('the pronunciation of a name', () => {
  tellStory()
  let server: InProcessServer
  let url: string
  let roster: RosterClient
  let staff: TestClient
  let booth: TestClient
  let view: BoothView
  /** Everything that the Chair and the room received, and everything in the log. */
  const [received, stored]: [string[], string[]] = [[], []]
  const canary = makeCanary()
  /** Returns all texts and pronunciations for those who speak next. */
  const getNext = () => Object.values(view.next)
  const getTurn = () => staff.getPart<{ current: { id: never } | null }>('floor').current?.id as never
  const getNextEntry = () => staff.getPart<{ next: never }>('queue').next
  const add = async (pronounced: string | null) => {
    const { body } = await roster.request('POST', '/people', { ...person, pronounced })
    return { id: body['person'] as PersonId, client: await TestClient.join(url, { link: getSecret(body['url'] as string) }) }
  }
  const handIn = async (by: TestClient, method: string, body?: object) => {
    const headers = { authorization: `Bearer ${by.ticket.ticket}`, ...(body ? { 'content-type': 'application/json' } : {}) }
    const init = { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) }
    expect((await fetch(`${url}/api/me/booth-text`, init)).status).toBe(200)
  }
  const join = async ({ client }: Awaited<ReturnType<typeof add>>) =>
    expect(await client.send('queue.join', { kind: 'intervention', topic: null })).toEqual(ok)

  beforeAll(async () => {
    server = await startInProcessServer()
    url = `http://127.0.0.1:${server.app.getPort()}`
    roster = new RosterClient(server)
    server.session.onChange(({ events }) => stored.push(JSON.stringify(events)))
    staff = await TestClient.join(url, { link: getSecret(server.startupLinks.chair) })
    const others = [staff, await TestClient.join(url, { link: getSecret(server.startupLinks.room) })]
    for (const { socket } of others) socket.onAny((...all) => received.push(JSON.stringify(all)))
    expect(await staff.send('session.open', { onAnyDay: true })).toEqual(ok)
    expect(await staff.send('queue.open', {})).toEqual(ok)
    const { body } = await roster.request('POST', '/booths', { language: 'fr' })
    booth = await TestClient.join(url, { link: getSecret(body['url'] as string) })
    booth.socket.on('booth', (update: BoothUpdate) => {
      view = { ...view, ...update }
    })
    // The answer must not overwrite what arrives before it or directly after it.
    await new Promise<void>((answered) => {
      booth.socket.emit('follow', { booth: true }, (followed: BoothView) => {
        view = { ...followed, ...view }
        answered()
      })
    })
  })
  afterAll(async () => {
    staff.close()
    booth.close()
    await server.close()
  })

  test('[P71] is shown in the booth before and during the turn, as last corrected; a text handed in replaces it', async () => {
    const one = await add(canary)
    await join(one)
    await expect.poll(getNext).toEqual([{ text: '', mark: null, pronounced: canary }])
    expect((await roster.request('PATCH', `/people/${one.id}`, { pronounced: `${canary} again` })).status).toBe(200)
    await expect.poll(getNext).toEqual([{ text: '', mark: null, pronounced: `${canary} again` }])
    await handIn(one.client, 'PUT', { text: 'A text', mark: 'verbatim', pronounced: 'roh-STRUM' })
    await expect.poll(getNext).toEqual([{ text: 'A text', mark: 'verbatim', pronounced: 'roh-STRUM' }])
    await handIn(one.client, 'PUT', { text: 'A text', mark: 'verbatim', pronounced: null })
    await expect.poll(getNext).toEqual([{ text: 'A text', mark: 'verbatim', pronounced: `${canary} again` }])
    await handIn(one.client, 'DELETE')
    await expect.poll(getNextEntry).not.toBeNull()
    const next = getNextEntry()
    expect(await staff.send('floor.call', { entry: next, expectedCurrent: null, expectedNext: next })).toEqual(ok)
    await expect.poll(getTurn).toBeDefined()
    await expect.poll(() => view.current).toEqual({ turn: getTurn(), text: '', mark: 'check', pronounced: `${canary} again` })
    await expect.poll(getNext).toEqual([])
    const second = await add(null)
    await join(second)
    // No pronunciation of the second speaker is known.
    await expect.poll(getNextEntry).not.toBeNull()
    expect(getNext()).toEqual([])
    one.client.close()
    second.client.close()
  })

  test('[P71] reaches nobody else: no screen, no record, no exported list, no commit, no line of the log', async () => {
    const answers = await Promise.all(
      [
        '/record',
        '/record.json',
        '/record.md',
        '/view',
        '/invitations.csv',
        '/cards?links=yes',
        '/plan.yaml',
        '/links',
        '/invitations',
      ].map(async (path) => {
        const answer = await roster.fetchRaw('GET', path)
        return [path, answer.status, await answer.text()] as const
      }),
    )
    for (const [path, status, text] of answers) expect([path, status < 500, hasLeaked([text], canary)]).toEqual([path, true, false])
    expect(stored.length).toBeGreaterThan(5)
    expect(hasLeaked([...received, ...stored, ...server.logLines], canary)).toBe(false)
    expect(JSON.stringify((await roster.request('GET', '/people?find=Delegation')).body)).toContain(canary)
  })

  test('[P71] is a column of a list; a list without it keeps the known value, and an empty cell deletes it', async () => {
    const find = async () => {
      const { body } = await roster.request('GET', '/people?find=Commission')
      return (body['people'] as { pronounced: string | null }[]).map(({ pronounced }) => pronounced)
    }
    const row = 'r-1,Commission,government,room'
    const send = async (header: string, cells: string) =>
      (await roster.sendList('import', `id,organization,group,channel${header}\n${row}${cells}`)).body
    for (const name of ['Pronunciation', 'Prononciation du nom', 'النطق', 'Произношение', '读音', 'Pronunciación']) {
      const preview = await roster.sendList('preview', `id,organization,group,channel,${name}\n${row},ko-mee-SYON`)
      expect(preview.body).toMatchObject({ columns: { pronounced: name }, sample: [{ pronounced: 'ko-mee-SYON' }] })
    }
    expect(await send(',pronunciation', ',ko-mee-SYON')).toMatchObject({ counts: { fresh: 1 } })
    expect(await find()).toEqual(['ko-mee-SYON'])
    expect(await send('', '')).toMatchObject({ counts: { same: 1 } })
    expect(await find()).toEqual(['ko-mee-SYON'])
    expect(await send(',pronunciation', ',')).toMatchObject({ counts: { changed: 1 } })
    expect(await find()).toEqual([null])
  })

  test('[P71] is refused with a reason and stored nowhere if it is not a line of text, or too long', async () => {
    const hostile = [
      ['x'.repeat(121), 'text-too-long'],
      ['\u202e', 'text-empty'],
    ] as const
    for (const [pronounced, reason] of [...hostile, ['lone \ud800 half', 'text-refused']]) {
      const { status, body } = await roster.request('POST', '/people', { ...person, pronounced })
      expect([status, body.reason]).toEqual([422, reason])
    }
    for (const [pronounced, reason] of [...hostile, ['a bell \u0007', 'text-refused']]) {
      const list = await roster.sendList('import', `organization,group,channel,pronunciation\nHostile,government,room,${pronounced}`)
      expect([list.status, list.body]).toMatchObject([422, { faults: [{ line: 2, column: 'pronunciation', letter: 'D', reason }] }])
    }
    for (const pronounced of [7, {}, ['a'], true])
      expect((await roster.request('POST', '/people', { ...person, pronounced })).status).toBe(400)
    expect((await roster.request('GET', '/people?find=Hostile')).body['people']).toEqual([])
    // Direction overrides are removed, as they are from a name.
    const { body: turned } = await roster.request('POST', '/people', { ...person, pronounced: 'one\u202etwo' })
    expect(turned['pronounced']).toBe('onetwo')
    // The guard against formulas in lists that the product writes is not part of the text.
    await roster.sendList('import', "id,organization,group,channel,pronunciation\nr-2,Guarded,government,room,'=1+1")
    expect((await roster.request('GET', '/people?find=Guarded')).body['people']).toMatchObject([{ pronounced: '=1+1' }])
  })

  test('[P71] disappears from the booth with the personal data', async () => {
    expect(view.current?.pronounced).toBe(`${canary} again`)
    expect((await roster.request('DELETE', '/people')).status).toBe(200)
    await expect.poll(() => view.current).toBeNull()
  })
})
