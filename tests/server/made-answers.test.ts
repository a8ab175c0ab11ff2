/** Large answers that anybody can ask for are made once. */
import { once } from 'node:events'
import { TextHasher } from '@rostrum/server/engine/fanout/text-hasher'
import type { CommandId, PersonId } from '@rostrum/shared/contract/ids'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { getSecret, type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { enter, newCommandId, TestClient } from '../support/test-client.ts'

let server: InProcessServer
beforeAll(async () => {
  server = await startInProcessServer()
})
afterAll(() => server.close())

/** Counts the texts of at least `size` letters that JSON is made of while `act` runs. */
const countLarge = async (size: number, act: () => Promise<unknown>): Promise<number> => {
  const made = vi.spyOn(JSON, 'stringify')
  await act()
  const large = made.mock.results.filter(({ value }) => typeof value === 'string' && value.length >= size)
  made.mockRestore()
  return large.length
}
const askTenTimes = (ask: () => Promise<Response>) => async () => {
  for (let times = 0; times < 10; times += 1) expect((await (await ask()).text()).length).toBeGreaterThan(10_000)
}

test('[X91] the document of the interface is made once, at whichever of its addresses it is asked for', async () => {
  await server.get('/api/openapi.json')
  for (const path of ['/api/openapi.json', '/api/docs/json', '/api/docs/yaml'])
    expect([
      path,
      await countLarge(
        100_000,
        askTenTimes(() => server.get(path)),
      ),
    ]).toEqual([path, 0])
})

test('[X91] a program that holds the document gets nothing again', async () => {
  const first = await server.get('/api/openapi.json')
  const tag = first.headers.get('etag') ?? 'none'
  const again = await server.get('/api/openapi.json', { 'if-none-match': tag })
  expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, tag, ''])
  expect((await server.get('/api/openapi.json', { 'if-none-match': '"other"' })).status).toBe(200)
})

test('[X91] the form of a session with many organizations is made once for each commit, and is up to date', async () => {
  const admit = (from: number, count: number) =>
    server.session.admit(
      Array.from({ length: count }, (_, index) => {
        const person = `delegate-${from + index}` as PersonId
        return { person, role: 'participant', entity: `Delegation ${from + index}`, group: null, channel: 'room' } as const
      }),
      newCommandId() as CommandId,
    )
  await admit(0, 500)
  const ask = () => server.post('/api/codes', { code: server.startupLinks.code })
  expect(await countLarge(10_000, askTenTimes(ask))).toBe(1)
  await admit(500, 1)
  expect(await countLarge(10_000, askTenTimes(ask))).toBe(1)
  const { organizations } = (await (await ask()).json()) as { organizations: { name: string }[] }
  expect(organizations.map(({ name }) => name)).toContain('Delegation 500')
})

describe('views and captions', () => {
  const readView = async (ticket: string, tag = '') => {
    const headers = { authorization: `Bearer ${ticket}`, ...(tag === '' ? {} : { 'if-none-match': tag }) }
    return await server.get(`/api/sessions/${server.session.id}/view`, headers)
  }
  const base = () => `http://127.0.0.1:${server.app.getPort()}`
  const enterAs = async (link: string | undefined) => (await enter(base(), { link: getSecret(link) })).ticket

  test('[X93] views are written out once for all who ask, and asking again makes nothing', async () => {
    const tickets = [await enterAs(server.startupLinks.room), await enterAs(server.startupLinks.remote)]
    const first = await readView(tickets[0] ?? '')
    await readView(tickets[1] ?? '')
    const [tag, body] = [first.headers.get('etag') ?? 'none', await first.text()]
    const hashed = vi.spyOn(TextHasher.prototype, 'hash')
    const made = await countLarge(1_000, async () => {
      for (const ticket of tickets) for (let times = 0; times < 5; times += 1) expect((await readView(ticket)).status).toBe(200)
      for (let times = 0; times < 5; times += 1) expect((await readView(tickets[0] ?? '', tag)).status).toBe(304)
    })
    expect([hashed.mock.calls.length, made]).toEqual([0, 0])
    hashed.mockRestore()
    expect(await (await readView(tickets[0] ?? '')).text()).toBe(body)
  })

  test('[X93] a view that was read before is up to date', async () => {
    const ticket = await enterAs(server.startupLinks.room)
    const readPhase = async () =>
      ((await (await readView(ticket)).json()) as { audience: { view: { session: { phase: string } } } }).audience
    const before = await readPhase()
    const chair = await TestClient.join(base(), { link: getSecret(server.startupLinks.chair) })
    await chair.sendUntilAnswered('session.open', { onAnyDay: true })
    await expect.poll(async () => (await readPhase()).view.session.phase).toBe('open')
    expect(before.view.session.phase).not.toBe('open')
    chair.close()
  })

  test('[X93] a participant who asks for whole views without end is told to wait, and one who holds the view is not', async () => {
    const ticket = await enterAs(server.startupLinks.remote)
    const clock = vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 600_000)
    const answers = await Promise.all(Array.from({ length: 30 }, () => readView(ticket)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(16)
    expect(answers.find(({ status }) => status === 429)?.headers.get('retry-after')).toBe('1')
    const tag = answers.find(({ status }) => status === 200)?.headers.get('etag') ?? ''
    expect((await readView(ticket, tag)).status).toBe(304)
    clock.mockRestore()
  })

  test('[X94] the connection of a screen that asks for captions again and again is ended', async () => {
    const secretariat = await TestClient.join(base(), { link: getSecret(server.startupLinks.secretariat) })
    await secretariat.sendUntilAnswered('captions.add', { language: 'fr' as never })
    const screen = await TestClient.join(base(), { link: getSecret(server.startupLinks.room) })
    const clock = vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 600_000)
    const closed = once(screen.socket as never, 'disconnect')
    const answers: unknown[] = []
    for (let times = 0; times < 40; times += 1) screen.socket.emit('follow', { language: 'fr' }, (answer: unknown) => answers.push(answer))
    await closed
    clock.mockRestore()
    expect(answers.length).toBeLessThanOrEqual(16)
    screen.close()
    secretariat.close()
  })

  test('[X94] the latest captions are made once until something of them changes', async () => {
    const secretariat = await TestClient.join(base(), { link: getSecret(server.startupLinks.secretariat) })
    await secretariat.sendUntilAnswered('captions.add', { language: 'es' as never })
    const bearer = { authorization: `Bearer ${secretariat.ticket.ticket}` }
    const { tracks } = (await (await server.get('/api/staff/captions', bearer)).json()) as {
      tracks: { language: string; address: string }[]
    }
    const { search } = new URL(tracks.find(({ language }) => language === 'es')?.address ?? '')
    const say = async (text: string) =>
      expect((await server.post(`/api/captions${search}`, text, { 'content-type': 'text/plain' })).status).toBe(200)
    for (const letter of ['a', 'b', 'c', 'd']) await say(letter.repeat(900))
    const ask = () => server.get(`/api/sessions/${server.session.id}/captions/latest?language=es`, bearer)
    const askThrice = async () => {
      for (let times = 0; times < 3; times += 1) expect((await ask()).status).toBe(200)
    }
    expect(await countLarge(3_000, askThrice)).toBe(1)
    await say('e'.repeat(900))
    expect(await (await ask()).text()).toContain('eeee')
    expect(await countLarge(3_000, askThrice)).toBe(0)
    secretariat.close()
  })
})
