/** Two thousand questions and ten thousand supports: the desk is answered as if there were few. */
import { freshId } from '@rostrum/server/access/default-people'
import type { GroupId, PersonId, QuestionId } from '@rostrum/shared/contract/ids'
import type { CommandData, CommandType } from '@rostrum/shared/contract/registry'
import type { Envelope } from '@rostrum/shared/protocol/messages'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Doors, openDoors, secretIn } from '../support/in-process-server.ts'
import { Caller } from '../support/test-client.ts'

const [people, questions, each] = [200, 2_000, 52]
let doors: Doors
let desk: Caller
const ids: QuestionId[] = []

const told = <C extends CommandType>(person: string, type: C, data: CommandData<C>) => {
  const id = freshId()
  return { id, reply: doors.session.handle({ person: person as PersonId }, { id, type, data } as Envelope) }
}

beforeAll(async () => {
  doors = await openDoors()
  const groups = doors.session.state.session.groups.map(({ id }) => id)
  await doors.session.admit(
    Array.from({ length: people }, (_, index) => ({
      person: `p${index}` as PersonId,
      role: 'participant',
      entity: `Organization ${index}`,
      group: groups[index % groups.length] as GroupId,
      channel: index % 5 < 2 ? 'remote' : 'room',
    })),
    freshId(),
  )
  await told('chair', 'session.open', {}).reply
  const asked = Array.from({ length: questions }, (_, index) => {
    const text = `How will part ${index} of the plan be financed in region ${index % 37}, and who reports on it?`
    return told(`p${index % people}`, 'questions.ask', { text, receipt: null })
  })
  await Promise.all(asked.map(({ reply }) => reply))
  ids.push(...asked.map(({ id }) => id as string as QuestionId))
  for (let from = 0; from < questions - 100; from += 100)
    await told('secretariat', 'questions.approve-all', { questions: ids.slice(from, from + 100) }).reply
  const given = Array.from({ length: people * each }, (_, index) => {
    const question = ids[((index % people) + 1 + 37 * Math.floor(index / people)) % (questions - 100)] as QuestionId
    return told(`p${index % people}`, 'questions.support', { question })
  })
  await Promise.all(given.map(({ reply }) => reply))
  desk = await Caller.join(`http://127.0.0.1:${doors.app.port()}`, { link: secretIn(doors.given.secretariat) })
}, 240_000)
afterAll(async () => {
  desk.close()
  await doors.close()
})

type Row = { readonly status: string }
const shown = (id: QuestionId) => desk.view<Readonly<Record<string, Row>>>('questions')[id]
const until = (holds: () => boolean) =>
  new Promise<void>((resolve) => {
    const look = () => {
      if (!holds()) return
      desk.socket.off('frame', look)
      resolve()
    }
    desk.socket.on('frame', look)
    look()
  })

test('every action of a moderator is answered and shown within 100 ms, also while people go on supporting', async () => {
  const left = ids.slice(-100)
  const times: number[] = []
  for (const [index, id] of left.slice(0, 40).entries()) {
    for (let more = 0; more < 5; more += 1)
      void told(`p${(index * 5 + more) % people}`, 'questions.support', { question: ids[index * 7 + more + 9] as QuestionId }).reply
    const before = performance.now()
    const status = index % 2 === 0 ? 'approved' : 'declined'
    const reply =
      index % 2 === 0
        ? await desk.tell('questions.approve', { question: id })
        : await desk.tell('questions.decline', { question: id, reason: 'time' })
    expect(reply).toEqual({ ok: true })
    await until(() => shown(id)?.status === status)
    times.push(performance.now() - before)
  }
  times.sort((a, b) => a - b)
  expect(doors.session.state.questions.supporters.reduce((sum, one) => sum + one.size, 0)).toBeGreaterThan(10_000)
  expect(times[Math.floor(times.length / 2)]).toBeLessThan(100)
})
