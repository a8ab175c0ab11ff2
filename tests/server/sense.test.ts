/** The sense of the room on one server: over sockets and HTTP, with several devices. Nobody receives a result before the close. */
import { responseKinds } from '@rostrum/shared/contract/response-kinds'
import { makeResult } from '@rostrum/shared/domain/sense/result'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toReceipt } from '../support/given.ts'
import { type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import {
  closeSentence,
  confirmAll,
  getMine,
  getParticipation,
  getPrompt,
  getResult,
  joinOfficers,
  putSentence,
  Responder,
  waitForTurnout,
} from '../support/sense-room.ts'
import { tellStory } from '../support/story.ts'
import { newCommandId, TestClient } from '../support/test-client.ts'

const ok = { ok: true }
const refused = (reason: string) => ({ ok: false, reason })
const timeout = { timeout: 15_000 }

describe('one server', () => {
  tellStory()
  let server: InProcessServer
  let url: string
  let officers: Awaited<ReturnType<typeof joinOfficers>>
  let people: readonly Responder[]
  /** Fourteen people of a government group in the room, ten of civil society remotely. */
  const find = (index: number): Responder => people[index] as Responder

  beforeAll(async () => {
    server = await startInProcessServer()
    url = server.app.getPublicUrl()
    officers = await joinOfficers(url, server.startupLinks as never)
    expect(await officers.chair.send('session.open', { onAnyDay: true })).toEqual(ok)
    const joinMany = (count: number, group: string, channel: 'room' | 'remote') =>
      Array.from({ length: count }, (_, index) => Responder.join(url, server.startupLinks.code, `${group} ${index}`, group, channel))
    people = await Promise.all([...joinMany(14, 'government', 'room'), ...joinMany(10, 'civil-society', 'remote')])
    await confirmAll(officers.secretariat, people)
  }, 60_000)
  afterAll(async () => {
    for (const { client } of people) client.close()
    for (const officer of Object.values(officers)) officer.close()
    await server.close()
  })
  const end = async (prompt: never) => {
    await closeSentence(officers.chair, prompt)
    expect(await officers.chair.sendUntilAnswered('sense.discard', { prompt })).toEqual(ok)
    // A test below revokes the access of the last one.
    for (const { client } of people.slice(0, -1))
      await expect.poll(() => [getPrompt(client)?.status, getMine(client)], timeout).toEqual(['discarded', null])
  }

  test('[E7, E9] shows everybody in a word how many have responded, the Chair alone the result, and everybody that once it is published', {
    timeout: 60_000,
  }, async () => {
    const { chair, secretariat, display } = officers
    const prompt = await putSentence(secretariat)
    await expect.poll(() => getPrompt(find(0).client)?.status, timeout).toBe('open')
    for (const one of people.slice(0, 12)) expect(await one.respond(prompt, 0)).toEqual(ok)
    for (const client of [chair, display, find(3).client]) await waitForTurnout(client, 'half')
    for (const one of people.slice(12)) expect(await one.respond(prompt, 0)).toEqual(ok)
    for (const client of [chair, display, find(3).client]) {
      await waitForTurnout(client, 'nearly-all')
      expect(getParticipation(client)).toEqual({ prompt, turnout: 'nearly-all' })
    }
    expect(await find(0).respond(prompt, 2)).toEqual(ok)
    const { result } = await closeSentence(chair, prompt)
    const amounts = responseKinds.map((kind) => result.words?.[kind].amount)
    expect(amounts).toEqual(['most', ...Array(4).fill('fewer-than-three')])
    await expect.poll(() => getPrompt(secretariat), timeout).toMatchObject({ status: 'closed', result: null })
    expect([secretariat, display, find(0).client].map(getResult)).toEqual([null, null, null])
    expect(await secretariat.sendUntilAnswered('sense.publish', { prompt, irrevocable: true })).toEqual(refused('forbidden'))
    expect(await chair.sendUntilAnswered('sense.publish', { prompt, irrevocable: true })).toEqual(ok)
    for (const client of [chair, secretariat, display, find(5).client])
      await expect.poll(() => getPrompt(client), timeout).toMatchObject({ status: 'published', shown: true, result })
    expect(getResult(chair)).toBeNull()
  })

  test('[E30] sends no number of responses or of people on any path while a sentence is open', { timeout: 60_000 }, async () => {
    const { chair, secretariat, display } = officers
    const all = [chair, secretariat, display, find(0).client]
    const prompt = await putSentence(chair)
    await expect.poll(() => getPrompt(find(0).client)?.id, timeout).toBe(prompt)
    for (const client of all) client.frames.received.length = 0
    const steps = [
      ['some', 0, 3],
      ['half', 3, 12],
      ['most', 12, 20],
    ] as const
    for (const [word, from, to] of steps) {
      for (const one of people.slice(from, to)) expect(await one.respond(prompt, 1)).toEqual(ok)
      for (const client of all) await waitForTurnout(client, word)
    }
    for (const client of all) {
      const about = client.frames.received.filter((frame) => /participation|"prompt"/.test(frame))
      const words = about.flatMap((frame) => [...frame.matchAll(/"turnout":("[\w-]+"|null)/g)].map(([, word]) => word))
      expect(words.filter((word) => word !== 'null')).toEqual(['"some"', '"half"', '"most"'])
      // The characters of an id are random: they may be "-20-".
      const withoutIds = about.map((frame) => frame.replace(/"(?:[\w-]{11}|[\w-]{22})"/g, '"id"'))
      expect(withoutIds.filter((frame) => /responded|"of"|\b(19|20|24)\b/.test(frame))).toEqual([])
    }
    await end(prompt as never)
  })

  test('[E5] lets the device with the receipt change a response; another device learns only that there is one', {
    timeout: 60_000,
  }, async () => {
    const prompt = await putSentence(officers.chair)
    const laptop = new TestClient(url, find(0).client.ticket)
    await laptop.waitUntilReady()
    const id = newCommandId()
    const first = { prompt, option: 0, receipt: find(0).receipt }
    expect(await find(0).client.send('sense.respond', first, id)).toEqual(ok)
    await expect.poll(() => getMine(laptop), timeout).toEqual({ prompt, restarts: 0, own: true })
    expect(getMine(find(1).client)).toBeNull()
    expect(await laptop.send('sense.respond', { ...first, option: 4, receipt: toReceipt('laptop') })).toEqual(
      refused('responded-elsewhere'),
    )
    expect(await find(0).respond(prompt, 3)).toEqual(ok)
    expect(await find(0).client.send('sense.respond', first, id)).toEqual(ok) // a repeat of the first response does not restore it
    expect(await laptop.send('sense.respond', { ...first, option: 1 })).toEqual(ok)
    await waitForTurnout(officers.chair, null)
    laptop.close()
    await end(prompt as never)
    await expect.poll(() => getMine(find(0).client), timeout).toBeNull()
  })

  test('[E6] counts the last response of a delegation, and tells its people only that there is one', { timeout: 60_000 }, async () => {
    const colleague = await Responder.join(url, server.startupLinks.code, 'GOVERNMENT 0.', 'government', 'remote')
    const prompt = await putSentence(officers.chair, { one: 'delegation' })
    expect(await find(0).respond(prompt, 0)).toEqual(ok)
    await expect.poll(() => getMine(find(0).client), timeout).toEqual({ prompt, restarts: 0, own: true })
    // A person who typed the name of a delegation can neither see its response nor change it.
    expect(await colleague.respond(prompt, 2)).toEqual(refused('not-confirmed'))
    expect(getMine(colleague.client)).toBeNull()
    await confirmAll(officers.secretariat, [colleague])
    await expect.poll(() => getMine(colleague.client), timeout).toEqual({ prompt, restarts: 0, own: false })
    expect(await colleague.respond(prompt, 2)).toEqual(ok)
    await expect.poll(() => getMine(find(0).client)?.own, timeout).toBe(false)
    for (const one of people.slice(1, 12)) expect(await one.respond(prompt, 2)).toEqual(ok)
    expect([find(13).client, officers.chair, officers.display].map(getMine)).toEqual([null, null, null])
    const { result } = await closeSentence(officers.chair, prompt)
    // Twelve of the 24 delegations: the two spellings are one.
    expect(result).toMatchObject({ turnout: 'half', words: { concerns: { amount: 'many' } } })
    expect(await officers.chair.sendUntilAnswered('sense.discard', { prompt })).toEqual(ok)
    expect(await officers.secretariat.sendUntilAnswered('people.revoke', { person: colleague.client.ticket.person })).toEqual(ok)
    colleague.client.close()
  })

  test('[E14] sends a device frames that do not depend on anybody’s response, in content or length', {
    timeout: 60_000,
  }, async () => {
    const record = async (option: number): Promise<readonly string[]> => {
      const prompt = await putSentence(officers.chair)
      await expect.poll(() => getPrompt(find(0).client)?.id, timeout).toBe(prompt)
      for (const one of people) one.client.frames.received.length = 0
      for (const one of people.slice(0, 4)) expect(await one.respond(prompt, option)).toEqual(ok)
      for (const one of people.slice(0, 4)) await expect.poll(() => getMine(one.client)?.prompt, timeout).toBe(prompt)
      const frames = people.slice(0, 6).map(({ frames: all }) => all.filter((frame) => /myResponse/.test(frame)).join())
      await end(prompt as never)
      // Cursors, times and the id of the prompt differ each time.
      return frames.map((frame) => frame.replaceAll(prompt, 'prompt').replace(/"[\w-]{11,16}"|\d{13}/g, '#'))
    }
    const all = [await record(0), await record(4)]
    expect(all[0]?.filter((frame) => frame !== '')).toHaveLength(4)
    expect(all[1]).toEqual(all[0])
  })

  test('[E18] counts responses confirmed before the close, and none that were refused', {
    timeout: 60_000,
  }, async () => {
    const prompt = await putSentence(officers.chair)
    const replies = people.map(async (one, index) => {
      await new Promise((resolve) => setTimeout(resolve, index * 2))
      return one.respond(prompt, index % 2)
    })
    await Promise.all(replies.slice(0, 12))
    const { result } = await closeSentence(officers.chair, prompt)
    const answers = await Promise.all(replies)
    const rows = answers.map((reply, index) => ({ key: `${index}`, group: null, option: reply.ok ? index % 2 : null }))
    expect(rows.filter(({ option }) => option !== null).length).toBeGreaterThan(0)
    const amountsOf = ({ words }: ReturnType<typeof makeResult>) => responseKinds.map((kind) => words?.[kind].amount)
    expect(amountsOf(result)).toEqual(amountsOf(makeResult(rows, people.length)))
    expect(await officers.chair.sendUntilAnswered('sense.discard', { prompt })).toEqual(ok)
  })

  test('[E14, X1] offers the same over HTTP: put, respond, read how many have, close, publish', { timeout: 60_000 }, async () => {
    const { chair } = officers
    const call = async (client: TestClient, type: string, data: object) => {
      const { session, ticket } = client.ticket
      const id = newCommandId()
      const answer = await server.post(`/api/sessions/${session}/commands`, { id, type, data }, { authorization: `Bearer ${ticket}` })
      return { id, status: answer.status, body: await answer.text() }
    }
    const read = async (client: TestClient) => {
      const { session, ticket } = client.ticket
      return (await (await server.get(`/api/sessions/${session}/view`, { authorization: `Bearer ${ticket}` })).json()) as never as {
        audience: { view: Record<string, unknown> }
        own: { view: Record<string, unknown> }
      }
    }
    const put = await call(chair, 'sense.put', {
      text: { en: 'Once a year.', fr: 'Une fois par an.' },
      one: 'person',
      length: 60_000,
    })
    expect(put.status).toBe(200)
    const prompt = put.id as string as never
    for (const one of people.slice(0, 12))
      expect((await call(one.client, 'sense.respond', { prompt, option: 1, receipt: one.receipt })).status).toBe(200)
    await waitForTurnout(chair, 'half')
    // The Chair gets each response at once, and everybody else with the next count.
    const view = { prompt: { id: prompt }, participation: { turnout: 'half' } }
    await expect.poll(async () => (await read(find(0).client)).audience.view, timeout).toMatchObject(view)
    expect((await read(find(0).client)).own.view).toMatchObject({ myResponse: { prompt } })
    await closeSentence(chair, prompt)
    expect((await read(chair)).own.view).toMatchObject({ promptResult: { prompt } })
    expect((await call(chair, 'sense.publish', { prompt })).status).toBe(400)
    expect((await call(chair, 'sense.publish', { prompt, irrevocable: true })).status).toBe(200)
    await expect.poll(() => getPrompt(find(0).client)?.status, timeout).toBe('published')
  })

  test('[E14] writes no response, no receipt and no respondent to any commit or line of its log', async () => {
    const commits = await server.app.sessions.readCommits(server.session.id)
    expect(commits.filter(({ command: { type } }) => type.startsWith('sense.')).length).toBeGreaterThan(10)
    expect(commits.some(({ command: { type } }) => type === 'sense.respond')).toBe(false)
    const written = JSON.stringify(commits.filter(({ command: { type } }) => type.startsWith('sense.')))
    for (const { receipt, client } of people) {
      expect(written).not.toContain(client.ticket.person)
      expect(JSON.stringify(commits)).not.toContain(receipt)
    }
    expect(server.logLines.some((line) => /sense\.respond|receipt/.test(line))).toBe(false)
  })

  test('[E23] shows the staff how many people a prompt would count, as they come, go and lose access', {
    timeout: 60_000,
  }, async () => {
    const { chair, secretariat, display } = officers
    const expectPresent = async (person: number, delegation: number, unconfirmed = 0) => {
      for (const client of [chair, secretariat])
        await expect.poll(() => client.getPart('presentResponders'), timeout).toEqual({ person, delegation, unconfirmed })
    }
    await expectPresent(24, 24)
    const [colleague, newcomer] = (await Promise.all(
      ['government 0', 'another'].map((name) => Responder.join(url, server.startupLinks.code, name, 'government')),
    )) as [Responder, Responder]
    await expectPresent(24, 24, 2)
    newcomer.client.close()
    await expectPresent(24, 24, 1)
    await confirmAll(secretariat, [colleague])
    await expectPresent(25, 24)
    expect(await secretariat.sendUntilAnswered('people.revoke', { person: find(23).client.ticket.person })).toEqual(ok)
    await expectPresent(24, 23)
    for (const [one, of] of [
      ['person', 24],
      ['delegation', 23],
    ] as const) {
      const prompt = await putSentence(secretariat, { one })
      expect(server.session.state.sense.prompts.at(-1)).toMatchObject({ id: prompt, of })
      await expect.poll(() => chair.getPart('presentResponders') ?? null, timeout).toBeNull()
      await end(prompt as never)
    }
    await expectPresent(24, 23)
    expect([...display.frames.received, ...find(0).frames].filter((frame) => frame.includes('presentResponders'))).toEqual([])
    colleague.client.close()
  })
})
