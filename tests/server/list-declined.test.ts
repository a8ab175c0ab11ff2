/** Questions whose author nobody keeps: a decline and its reason reach whoever holds the receipt, and nobody else. */
import { declinedAmong } from '@rostrum/server/application/list-declined'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { founded, plan, unattributed } from '../support/fixtures.ts'
import { approves, asks, asksUnnamed, open, questionOf, receiptOf, type Said, said, stateAfter } from '../support/given.ts'
import { type Doors, openDoors, secretIn } from '../support/in-process-server.ts'
import { Desk } from '../support/roster-client.ts'

const question = questionOf('gov-1-asks')
const own = { question, receipt: receiptOf('gov-1') }
const declines = said('desk', 'questions.decline', { question, reason: 'conduct' })
const told = (history: readonly Said[], receipts = [own], its = unattributed) =>
  declinedAmong(stateAfter([open, ...history], founded(its)), receipts)

test('[T30] whoever has the receipt is told that it was declined, and why; also after it had been published', () => {
  expect(told([asksUnnamed('gov-1'), declines])).toEqual([{ question, reason: 'conduct' }])
  expect(told([asksUnnamed('gov-1'), approves('gov-1-asks'), declines])).toEqual([{ question, reason: 'conduct' }])
})

test('[T30] another receipt, no question, one that waits, is held, published or taken back: all look alike', () => {
  const waits = asksUnnamed('gov-1')
  const takenBack = said('gov-1', 'questions.take-back', { question, receipt: own.receipt })
  expect(told([waits, declines], [{ question, receipt: receiptOf('gov-2') }])).toEqual([])
  expect(told([waits, declines], [{ question: questionOf('none'), receipt: own.receipt }])).toEqual([])
  expect(told([waits])).toEqual([])
  expect(told([waits, said('desk', 'questions.hold', { question })])).toEqual([])
  expect(told([waits, approves('gov-1-asks')])).toEqual([])
  expect(told([waits, takenBack])).toEqual([])
  expect(told([waits, declines, said('desk', 'questions.reopen', { question })])).toEqual([])
})

test('[T30] where authors are kept no receipt tells anything', () => {
  expect(told([asks('gov-1'), declines], [own], plan)).toEqual([])
})

let doors: Doors
beforeAll(async () => {
  doors = await openDoors()
})
afterAll(() => doors.close())

test('[T30] it is asked with a participant’s own ticket, of a bounded number, and of nothing else', async () => {
  const desk = new Desk(doors)
  const ask = async (secret: string, body: unknown) => {
    const answer = await doors.post('/api/me/declines', body, { authorization: `Bearer ${secret}` })
    return [answer.status, await answer.json()]
  }
  const ticket = await desk.ticketOf('room')
  expect(await ask(ticket, { receipts: [own] })).toEqual([200, { declined: [] }])
  for (const secret of ['', 'x', desk.organiser, secretIn(doors.given.room), await desk.ticketOf('chair')])
    expect(await ask(secret, { receipts: [own] })).toEqual([403, { why: 'forbidden' }])
  const many = Array.from({ length: 51 }, () => own)
  for (const body of [
    {},
    { receipts: own },
    { receipts: [{ question }] },
    { receipts: [{ ...own, person: 'room' }] },
    { receipts: many },
    null,
  ])
    expect(await ask(ticket, body), JSON.stringify(body)).toEqual([400, { why: 'malformed' }])
})
