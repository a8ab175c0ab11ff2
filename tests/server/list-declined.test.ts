/** Questions without a recorded author. The decline and its reason reach the holder of the receipt, and nobody else. */
import { listDeclined } from '@rostrum/server/doors/application/list-declined'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anonymousPlan, createState, plan } from '../support/fixtures.ts'
import { approve, ask, askAnonymously, command, openSession, replay, type SentCommand, toQuestionId, toReceipt } from '../support/given.ts'
import { getSecret, type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { RosterClient } from '../support/roster-client.ts'

const question = toQuestionId('gov-1-asks')
const ownReceipt = { question, receipt: toReceipt('gov-1') }
const decline = command('desk', 'questions.decline', { question, reason: 'conduct' })
const listDeclinedAfter = (history: readonly SentCommand[], receipts = [ownReceipt], its = anonymousPlan) =>
  listDeclined(replay([openSession, ...history], createState(its)), receipts)

test('[T30] the holder of the receipt learns of the decline and its reason, even after publication', () => {
  expect(listDeclinedAfter([askAnonymously('gov-1'), decline])).toEqual([{ question, reason: 'conduct' }])
  expect(listDeclinedAfter([askAnonymously('gov-1'), approve('gov-1-asks'), decline])).toEqual([{ question, reason: 'conduct' }])
})

test('[T30] the answer is empty for a wrong receipt, an unknown question and every other status', () => {
  const pending = askAnonymously('gov-1')
  const withdrawn = command('gov-1', 'questions.withdraw-with-receipt', { question, receipt: ownReceipt.receipt })
  expect(listDeclinedAfter([pending, decline], [{ question, receipt: toReceipt('gov-2') }])).toEqual([])
  expect(listDeclinedAfter([pending, decline], [{ question: toQuestionId('none'), receipt: ownReceipt.receipt }])).toEqual([])
  expect(listDeclinedAfter([pending])).toEqual([])
  expect(listDeclinedAfter([pending, command('desk', 'questions.hold', { question })])).toEqual([])
  expect(listDeclinedAfter([pending, approve('gov-1-asks')])).toEqual([])
  expect(listDeclinedAfter([pending, withdrawn])).toEqual([])
  expect(listDeclinedAfter([pending, decline, command('desk', 'questions.reopen', { question })])).toEqual([])
})

test('[T30] if authors are recorded, a receipt reveals nothing', () => {
  expect(listDeclinedAfter([ask('gov-1'), decline], [ownReceipt], plan)).toEqual([])
})

let server: InProcessServer
beforeAll(async () => {
  server = await startInProcessServer()
})
afterAll(() => server.close())

test('[T30] a request needs a participant’s ticket, and has a bounded number of receipts and no other fields', async () => {
  const roster = new RosterClient(server)
  const requestDeclines = async (secret: string, body: unknown) => {
    const answer = await server.post('/api/me/declines', body, { authorization: `Bearer ${secret}` })
    return [answer.status, await answer.json()]
  }
  const ticket = await roster.issueTicket('room')
  expect(await requestDeclines(ticket, { receipts: [ownReceipt] })).toEqual([200, { declined: [] }])
  const link = getSecret(server.startupLinks.room)
  for (const secret of ['', 'x', link])
    expect(await requestDeclines(secret, { receipts: [ownReceipt] })).toEqual([401, { reason: 'forbidden' }])
  for (const secret of [roster.organizerSecret, await roster.issueTicket('chair')])
    expect(await requestDeclines(secret, { receipts: [ownReceipt] })).toEqual([403, { reason: 'forbidden' }])
  const many = Array.from({ length: 51 }, () => ownReceipt)
  for (const body of [
    {},
    { receipts: ownReceipt },
    { receipts: [{ question }] },
    { receipts: [{ ...ownReceipt, person: 'room' }] },
    { receipts: many },
    null,
  ])
    expect(await requestDeclines(ticket, body), JSON.stringify(body)).toMatchObject([400, { reason: 'malformed' }])
})
