/** The counts of questions that nobody has published, while the close can be taken back and after that. */
import type { QuestionCounts } from '@rostrum/shared/contract/question-statuses'
import type { Step } from '@rostrum/shared/contract/steps'
import { toInstant } from '@rostrum/shared/kernel/time'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { ApiClient } from '../../support/api-client.ts'
import { getSecret, type InProcessServer, startInProcessServer } from '../../support/in-process-server.ts'
import { newCommandId, TestClient } from '../../support/test-client.ts'

/** The minute of the close. The test ends it. */
const close = vi.hoisted(() => ({ lasts: 600_000 }))
vi.mock(import('@rostrum/shared/contract/closing'), () => ({ getCloseFinalAt: (closedAt) => toInstant(closedAt + close.lasts) }))

const ok = { ok: true }
let server: InProcessServer
let url: string
beforeAll(async () => {
  server = await startInProcessServer()
  url = `http://127.0.0.1:${server.app.getPort()}`
})
afterAll(() => server.close())

test('[T29] a close that is taken back tells nobody of a question that nobody has published', { timeout: 30_000 }, async () => {
  const join = (name: 'chair' | 'display') => TestClient.join(url, { link: getSecret(server.startupLinks[name]) })
  const [chair, display] = [await join('chair'), await join('display')]
  const person = { entity: 'Library', group: 'civil-society', channel: 'room', nameInRecord: false } as const
  const [author, other] = await Promise.all([1, 2].map(() => TestClient.join(url, { code: server.startupLinks.code, person })))
  if (author === undefined || other === undefined) throw new Error('nobody joined')
  const everybody = [chair, display, author, other]
  const untilAll = (phase: string) =>
    Promise.all(everybody.map((one) => one.waitUntil(() => one.getPart<{ phase: string }>('session').phase === phase)))
  const listFrames = () => [other, display].flatMap(({ frames }) => frames.received.filter((frame) => frame.includes('uestionCounts')))

  expect(await chair.send('session.open', { onAnyDay: true })).toEqual(ok)
  expect(await author.send('questions.ask', { text: 'Still hidden?', receipt: null }, newCommandId())).toEqual(ok)
  expect(await chair.send('session.close', {})).toEqual(ok)
  await untilAll('closed')
  const step = chair.getPart<readonly Step[]>('steps').at(-1)
  expect(await chair.send('steps.undo', { step: step?.id as never })).toEqual(ok)
  await untilAll('open')
  expect(listFrames()).toEqual([])

  close.lasts = 500
  expect(await chair.send('session.close', {})).toEqual(ok)
  await Promise.all(
    [display, other].map((one) => one.waitUntil(() => one.getPart<QuestionCounts | undefined>('finalQuestionCounts') !== undefined)),
  )
  expect(other.getPart('finalQuestionCounts')).toMatchObject({ received: 1, notReached: 1 })
  expect(chair.getPart('finalQuestionCounts')).toBeUndefined()
  const api = await ApiClient.connect(url)
  const { body } = await api.call<{ audience: { view: object } }>('readView', {
    params: { id: server.session.id },
    secret: other.ticket.ticket,
  })
  expect(body.audience.view).toHaveProperty('finalQuestionCounts')
  api.requireComponent(body.audience.view, 'View.public')
  for (const one of everybody) one.close()
})
