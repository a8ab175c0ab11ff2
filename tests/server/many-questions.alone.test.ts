/** With two thousand questions and ten thousand supports, moderators are answered as fast as with few. */
import { newCommandId } from '@rostrum/server/engine/session/reply-cache'
import type { GroupId, PersonId, QuestionId } from '@rostrum/shared/contract/ids'
import type { CommandData, CommandType } from '@rostrum/shared/contract/registry'
import type { Envelope } from '@rostrum/shared/protocol/messages'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getSecret, type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { enter, TestClient } from '../support/test-client.ts'

const [peopleCount, questionCount, supportsEach] = [200, 2_000, 52]
let server: InProcessServer
let moderator: TestClient
const questionIds: QuestionId[] = []

const sendCommand = <C extends CommandType>(person: string, type: C, data: CommandData<C>) => {
  const id = newCommandId()
  return { id, reply: server.session.execute({ person: person as PersonId }, { id, type, data } as Envelope) }
}

beforeAll(async () => {
  server = await startInProcessServer()
  const groups = server.session.state.session.groups.map(({ id }) => id)
  await server.session.admit(
    Array.from({ length: peopleCount }, (_, index) => ({
      person: `p${index}` as PersonId,
      role: 'participant',
      entity: `Organization ${index}`,
      group: groups[index % groups.length] as GroupId,
      channel: index % 5 < 2 ? 'remote' : 'room',
    })),
    newCommandId(),
  )
  await sendCommand('chair', 'session.open', {}).reply
  const asked = Array.from({ length: questionCount }, (_, index) => {
    const text = `How will part ${index} of the plan be financed in region ${index % 37}, and who reports on it?`
    return sendCommand(`p${index % peopleCount}`, 'questions.ask', { text, receipt: null })
  })
  await Promise.all(asked.map(({ reply }) => reply))
  questionIds.push(...asked.map(({ id }) => id as string as QuestionId))
  for (let from = 0; from < questionCount - 100; from += 100)
    await sendCommand('secretariat', 'questions.decide-all', {
      questions: questionIds.slice(from, from + 100),
      decision: { kind: 'approve' },
    }).reply
  const given = Array.from({ length: peopleCount * supportsEach }, (_, index) => {
    const question = questionIds[((index % peopleCount) + 1 + 37 * Math.floor(index / peopleCount)) % (questionCount - 100)] as QuestionId
    return sendCommand(`p${index % peopleCount}`, 'questions.support', { question })
  })
  await Promise.all(given.map(({ reply }) => reply))
  moderator = await TestClient.join(`http://127.0.0.1:${server.app.getPort()}`, { link: getSecret(server.startupLinks.secretariat) })
}, 240_000)
afterAll(async () => {
  moderator.close()
  await server.close()
})

type QuestionStatusRow = { readonly status: string }
const getRow = (id: QuestionId) => moderator.getPart<Readonly<Record<string, QuestionStatusRow>>>('questions')[id]

test('[W62] the first view of a participant with two thousand questions has at most 120 kB, and is complete', async () => {
  const url = `http://127.0.0.1:${server.app.getPort()}`
  const packed: number[] = []
  const participant = new TestClient(url, await enter(url, { link: getSecret(server.startupLinks.room) }))
  participant.socket.on('packed', (json: Buffer) => packed.push(json.length))
  await participant.waitUntilReady()
  console.info(`a first view with 2,000 questions: ${packed.join()} bytes of ${participant.frames.received.join('').length} letters`)
  expect(packed).toHaveLength(1)
  expect(packed[0]).toBeLessThan(120_000)
  expect(Object.keys(participant.getPart<object>('questions'))).toHaveLength(questionCount - 100)
  participant.close()
})

test('every action of a moderator is answered and shown within 100 ms, even while people support questions', async () => {
  const left = questionIds.slice(-100)
  const times: number[] = []
  for (const [index, id] of left.slice(0, 40).entries()) {
    for (let more = 0; more < 5; more += 1)
      void sendCommand(`p${(index * 5 + more) % peopleCount}`, 'questions.support', {
        question: questionIds[index * 7 + more + 9] as QuestionId,
      }).reply
    const before = performance.now()
    const status = index % 2 === 0 ? 'approved' : 'declined'
    const reply =
      index % 2 === 0
        ? await moderator.send('questions.approve', { question: id })
        : await moderator.send('questions.decline', { question: id, reason: 'time' })
    expect(reply).toEqual({ ok: true })
    await moderator.waitUntil(() => getRow(id)?.status === status)
    times.push(performance.now() - before)
  }
  times.sort((a, b) => a - b)
  expect(server.session.state.questions.supporters.reduce((sum, one) => sum + one.size, 0)).toBeGreaterThan(10_000)
  expect(times[Math.floor(times.length / 2)]).toBeLessThan(100)
})
