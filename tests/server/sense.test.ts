/** The sense of the room on one server: over sockets and HTTP, with several devices. Nobody receives a result before the close. */
import { Presence } from '@rostrum/server/engine/presence/presence'
import { CountedResponders } from '@rostrum/server/services/sense/counted-responders'
import { countPossible, openPossibleResponders } from '@rostrum/server/services/sense/possible-responders'
import { Responses } from '@rostrum/server/services/sense/responses'
import type { GroupId, PersonId } from '@rostrum/shared/contract/ids'
import { responders } from '@rostrum/shared/contract/sense'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sentence } from '../support/command-scenarios.ts'
import { afterNoon } from '../support/fixtures.ts'
import { command, queueOpen, replay, toReceipt } from '../support/given.ts'
import { type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import {
  closeSentence,
  getMine,
  getParticipation,
  getPrompt,
  getResult,
  joinOfficers,
  putSentence,
  Responder,
  waitForCount,
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
  /** Seven people of a government group in the room, six of civil society remotely. */
  const find = (index: number): Responder => people[index] as Responder

  beforeAll(async () => {
    server = await startInProcessServer()
    url = server.app.getPublicUrl()
    officers = await joinOfficers(url, server.startupLinks as never)
    expect(await officers.chair.send('session.open', { onAnyDay: true })).toEqual(ok)
    const joinMany = (count: number, group: string, channel: 'room' | 'remote') =>
      Array.from({ length: count }, (_, index) => Responder.join(url, server.startupLinks.code, `${group} ${index}`, group, channel))
    people = await Promise.all([...joinMany(7, 'government', 'room'), ...joinMany(6, 'civil-society', 'remote')])
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

  test('[E7, E9] shows everybody the count, the Chair alone the result, and everybody the marks once they are published', {
    timeout: 60_000,
  }, async () => {
    const { chair, secretariat, display } = officers
    const prompt = await putSentence(secretariat)
    await expect.poll(() => getPrompt(find(0).client)?.status, timeout).toBe('open')
    for (const one of people) expect(await one.respond(prompt, 0)).toEqual(ok)
    for (const client of [chair, display, find(3).client]) {
      await waitForCount(client, 13)
      expect(getParticipation(client)).toEqual({ prompt, responded: 13, of: 13, groups: 2, ofGroups: 2 })
    }
    expect(await find(0).respond(prompt, 2)).toEqual(ok)
    const { breadth } = await closeSentence(chair, prompt)
    expect(breadth.marks[0]).toEqual({ room: [true, false], remote: [false, true] })
    const counted = { status: 'closed', participation: { responded: 13, of: 13 } }
    await expect.poll(() => getPrompt(secretariat), timeout).toMatchObject(counted)
    expect([secretariat, display, find(0).client].map(getResult)).toEqual([null, null, null])
    expect(await secretariat.sendUntilAnswered('sense.publish', { prompt, irrevocable: true })).toEqual(refused('forbidden'))
    expect(await chair.sendUntilAnswered('sense.publish', { prompt, irrevocable: true })).toEqual(ok)
    for (const client of [chair, secretariat, display, find(5).client])
      await expect.poll(() => getPrompt(client), timeout).toMatchObject({ status: 'published', shown: true, breadth })
    expect(getResult(chair)).toBeNull()
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
    await expect.poll(() => getMine(laptop), timeout).toEqual({ prompt, restarts: 0, delegation: null })
    expect(getMine(find(1).client)).toBeNull()
    expect(await laptop.send('sense.respond', { ...first, option: 4, receipt: toReceipt('laptop') })).toEqual(
      refused('responded-elsewhere'),
    )
    expect(await find(0).respond(prompt, 3)).toEqual(ok)
    expect(await find(0).client.send('sense.respond', first, id)).toEqual(ok) // a repeat of the first response does not restore it
    expect(await laptop.send('sense.respond', { ...first, option: 1 })).toEqual(ok)
    await waitForCount(officers.chair, 1)
    laptop.close()
    await end(prompt as never)
    await expect.poll(() => getMine(find(0).client), timeout).toBeNull()
  })

  test('[E6] counts the last response of a delegation, which its own people see and nobody else does', { timeout: 60_000 }, async () => {
    const colleague = await Responder.join(url, server.startupLinks.code, 'government 0', 'government', 'remote')
    const prompt = await putSentence(officers.chair, { one: 'delegation' })
    expect(await find(0).respond(prompt, 0)).toEqual(ok)
    await expect.poll(() => getMine(colleague.client)?.delegation?.option, timeout).toBe(0)
    expect(await colleague.respond(prompt, 2)).toEqual(ok)
    await expect.poll(() => getMine(find(0).client)?.delegation?.option, timeout).toBe(2)
    await waitForCount(officers.display, 1)
    expect(getParticipation(officers.display)?.of).toBe(13)
    expect([find(1).client, officers.chair, officers.display].map(getMine)).toEqual([null, null, null])
    colleague.client.close()
    await end(prompt as never)
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
      await new Promise((resolve) => setTimeout(resolve, index * 3))
      return one.respond(prompt, index % 5)
    })
    await Promise.race(replies)
    await new Promise((resolve) => setTimeout(resolve, 12))
    await closeSentence(officers.chair, prompt)
    const confirmed = (await Promise.all(replies)).filter((reply) => reply.ok).length
    await expect.poll(() => getPrompt(officers.chair)?.participation?.responded, timeout).toBe(confirmed)
    expect(confirmed).toBeGreaterThan(0)
    expect(await officers.chair.sendUntilAnswered('sense.discard', { prompt })).toEqual(ok)
  })

  test('[E14, X1] offers the same over HTTP: put, respond, read the count, close, publish', { timeout: 60_000 }, async () => {
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
      options: ['comfortable', { named: 'Later' }],
      one: 'person',
      length: 60_000,
    })
    expect(put.status).toBe(200)
    const prompt = put.id as string as never
    for (const one of people.slice(0, 5))
      expect((await call(one.client, 'sense.respond', { prompt, option: 1, receipt: one.receipt })).status).toBe(200)
    await waitForCount(chair, 5)
    // The Chair gets each response at once, and everybody else with the next count.
    const view = { prompt: { id: prompt }, participation: { responded: 5 } }
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
    const expectPresent = async (person: number, delegation: number) => {
      for (const client of [chair, secretariat])
        await expect.poll(() => client.getPart('presentResponders'), timeout).toEqual({ person, delegation })
    }
    await expectPresent(13, 13)
    const [colleague, newcomer] = await Promise.all(
      ['government 0', 'another'].map((name) => Responder.join(url, server.startupLinks.code, name, 'government')),
    )
    await expectPresent(15, 14)
    newcomer?.client.close()
    await expectPresent(14, 13)
    expect(await secretariat.sendUntilAnswered('people.revoke', { person: find(12).client.ticket.person })).toEqual(ok)
    await expectPresent(13, 12)
    for (const [one, of] of [
      ['person', 13],
      ['delegation', 12],
    ] as const) {
      const prompt = await putSentence(secretariat, { one })
      await expect.poll(() => getParticipation(chair)?.of, timeout).toBe(of)
      await expect.poll(() => chair.getPart('presentResponders') ?? null, timeout).toBeNull()
      await end(prompt as never)
    }
    await expectPresent(13, 12)
    expect([...display.frames.received, ...find(0).frames].filter((frame) => frame.includes('presentResponders'))).toEqual([])
    colleague?.client.close()
  })
})

describe('people who count', () => {
  const putAt = [...queueOpen, command('chair', 'sense.put', sentence, { id: 'sentence', at: 10 })]
  const take = (responses: Responses, by: string, option: number) =>
    responses.take(by, by as PersonId, { prompt: 'any' as never, option, receipt: toReceipt(by) }, afterNoon(20))
  const list = (state = replay(putAt), act: (presence: Presence, responses: Responses) => void = () => undefined) => {
    const [presence, responses] = [new Presence(), new Responses('person')]
    for (const person of ['gov-1', 'civil-1', 'chair', 'panel']) presence.connect(person as PersonId)
    act(presence, responses)
    const prompt = state.sense.prompts.at(-1)
    if (!prompt) throw new Error('nothing was put')
    return new CountedResponders(prompt, presence, responses).list(state)
  }

  test('[E7] are participants who were connected while it was open, are checked in, or responded; no officer, no panellist', () => {
    const present = list(replay(putAt), (presence, responses) => {
      presence.connect('agency-1' as PersonId)
      presence.disconnect('agency-1' as PersonId, afterNoon(11)) // left while it was open
      presence.connect('gov-1b' as PersonId)
      presence.disconnect('gov-1b' as PersonId, afterNoon(9)) // left before it was put
      take(responses, 'civil-1', 1)
    })
    expect(present.map(({ key }) => key).sort()).toEqual(['agency-1', 'civil-1', 'gov-1'])
    expect(present.find(({ key }) => key === 'civil-1')).toMatchObject({ option: 1 })
    expect(present.find(({ key }) => key === 'gov-1')).toMatchObject({ option: null })
  })

  test('[E7] do not include people whose access ended, and their responses do not count', () => {
    const state = replay([...putAt, command('desk', 'people.revoke', { person: 'civil-1' as PersonId })])
    expect(list(state, (_, responses) => void take(responses, 'civil-1', 1)).map(({ key }) => key)).toEqual(['gov-1'])
  })

  test('[E8] count in their group and channel at the close, and in the room if they are checked in', () => {
    const moved = {
      type: 'people.changed',
      data: { people: [{ person: 'gov-1' as PersonId, entity: 'Delegation', group: 'civil' as GroupId, channel: 'remote' }] },
    } as const
    const find = (act?: (presence: Presence, responses: Responses) => void) =>
      list(replay([...putAt, moved]), act).find(({ key }) => key === 'gov-1')
    expect(find((_, responses) => void take(responses, 'gov-1', 0))).toMatchObject({ group: 'civil', channel: 'remote', option: 0 })
    expect(find((presence) => presence.setCheckedIn('gov-1' as PersonId, afterNoon(5)))).toMatchObject({ channel: 'room' })
  })

  test('[E23] are known before a prompt is put: connected or checked in, with access, no officer, no panellist', () => {
    const presence = new Presence()
    for (const person of ['gov-1', 'gov-1b', 'civil-1', 'chair', 'panel', 'nobody']) presence.connect(person as PersonId)
    presence.connect('agency-1' as PersonId)
    presence.disconnect('agency-1' as PersonId, afterNoon(9))
    presence.setCheckedIn('private-1' as PersonId, afterNoon(5))
    const revoked = command('desk', 'people.revoke', { person: 'civil-1' as PersonId })
    for (const history of [queueOpen, [...queueOpen, revoked]]) {
      const before = countPossible(openPossibleResponders(presence), replay(history))
      for (const one of responders) {
        const state = replay([...history, command('chair', 'sense.put', { ...sentence, one }, { at: 10 })])
        const prompt = state.sense.prompts.at(-1)
        if (!prompt) throw new Error('nothing was put')
        expect([one, before[one]]).toEqual([one, new CountedResponders(prompt, presence, new Responses(one)).list(state).length])
      }
      expect(before).toEqual(history === queueOpen ? { person: 4, delegation: 3 } : { person: 3, delegation: 2 })
    }
  })
})
