/** The wall: what is not published leaves no trace with anybody who may not know, live, on arrival or on return. */
import { openMemoryLog } from '@rostrum/server/log/memory'
import { describe, expect, it } from 'vitest'
import { canary, leaks } from '../support/canary.ts'
import { Screen } from '../support/frame-client.ts'
import { questionOf } from '../support/given.ts'
import { fanoutOf, openRoom, padded, rounds, sit, tell } from '../support/session-harness.ts'

const outsiders = ['panel', 'screen', 'gov-2', 'private-1'] as const
const insiders = ['chair', 'desk', 'gov-1'] as const

const run = async (hidden: boolean) => {
  const session = await openRoom(openMemoryLog())
  const fanout = fanoutOf(session)
  const marks = {
    pending: canary(),
    declined: canary(),
    withdrawn: canary(),
    merged: canary(),
    topic: canary(),
    name: canary(),
    note: canary(),
  }
  await tell(session, 'chair', 'session.open', {})
  await tell(session, 'chair', 'queue.open', {})
  await tell(session, 'civil-1', 'questions.ask', { text: 'standing', receipt: null }, 'standing')
  await tell(session, 'desk', 'questions.approve', { question: questionOf('standing') })
  const seats = new Map([...outsiders, ...insiders].map((person) => [person, sit(fanout, person)]))
  await rounds()
  if (hidden) {
    await tell(session, 'gov-1', 'questions.ask', { text: `pending ${marks.pending}`, receipt: null }, 'pending')
    await tell(session, 'gov-1', 'questions.ask', { text: `declined ${marks.declined}`, receipt: null }, 'declined')
    await tell(session, 'desk', 'questions.hold', { question: questionOf('pending') })
    await tell(session, 'desk', 'questions.decline', { question: questionOf('declined'), reason: 'conduct' })
    await tell(session, 'gov-1', 'questions.ask', { text: `withdrawn ${marks.withdrawn}`, receipt: null }, 'withdrawn')
    await tell(session, 'gov-1', 'questions.withdraw', { question: questionOf('withdrawn') })
    await tell(session, 'gov-1', 'questions.ask', { text: `merged ${marks.merged}`, receipt: null }, 'merged')
    await tell(session, 'gov-1', 'questions.ask', { text: `child ${marks.merged}`, receipt: null }, 'child')
    await tell(session, 'desk', 'questions.merge', { into: questionOf('merged'), question: questionOf('child') })
    await tell(session, 'desk', 'questions.label', { question: questionOf('merged'), segment: null, tags: ['Access'] })
    await tell(session, 'chair', 'questions.put', { question: questionOf('merged'), to: 'panel' as never })
    await tell(session, 'desk', 'questions.merge', { into: questionOf('standing'), question: questionOf('merged') })
    const words = { text: `edited ${marks.pending}`, expectedText: `pending ${marks.pending}` }
    await tell(session, 'desk', 'questions.edit', { question: questionOf('pending'), ...words })
    await tell(session, 'desk', 'questions.reopen', { question: questionOf('declined') })
    await tell(session, 'desk', 'questions.decline', { question: questionOf('declined'), reason: 'conduct' })
  }
  await rounds()
  const late = outsiders.map((person) => sit(fanout, person))
  const back = outsiders.map((person) => {
    const screen = new Screen()
    screen.synced = seats.get(person)?.screen.synced ?? {}
    return sit(fanout, person, screen)
  })
  return { session, fanout, seats, late, back, marks }
}

describe('unpublished questions', () => {
  it('[V7] reach moderators and their author, and nobody else on any path', async () => {
    const { seats, late, back, marks } = await run(true)
    for (const mark of [marks.pending, marks.declined, marks.withdrawn, marks.merged]) {
      for (const person of insiders) expect(leaks(seats.get(person)?.screen.received ?? [], mark), `${person} is told`).toBe(true)
      for (const person of outsiders) expect(leaks(seats.get(person)?.screen.received ?? [], mark), person).toBe(false)
      for (const { screen } of [...late, ...back]) expect(leaks(screen.received, mark)).toBe(false)
    }
  })

  it('[V13] cannot be counted: the frames of others are the same as if they had not been asked', async () => {
    const [quiet, busy] = await Promise.all([run(false), run(true)])
    for (const person of outsiders) {
      const frames = (played: typeof quiet) => played.seats.get(person)?.screen.received ?? []
      const bare = (received: readonly string[]) => received.map((frame) => frame.replace(/"at":\d+/g, '').replace(/\d{13}/g, ''))
      expect(bare(frames(busy)), person).toEqual(bare(frames(quiet)))
    }
    expect(busy.seats.get('chair')?.screen.received.length).toBeGreaterThan(quiet.seats.get('chair')?.screen.received.length ?? 0)
  })

  it('[V13] to whoever may not know of it, it does not exist in answers either', async () => {
    const { session } = await run(true)
    const nothing = await tell(session, 'gov-2', 'questions.support', { question: questionOf('no-such') })
    for (const name of ['pending', 'declined', 'withdrawn', 'merged', 'child'])
      expect(await tell(session, 'gov-2', 'questions.support', { question: questionOf(name) })).toEqual(nothing)
  })

  it('[V7] what is approved reaches everybody', async () => {
    const { session, seats, marks } = await run(true)
    await tell(session, 'desk', 'questions.approve', { question: questionOf('pending') })
    await rounds()
    for (const person of ['panel', 'gov-2', 'private-1'] as const)
      expect(leaks(seats.get(person)?.screen.received ?? [], marks.pending)).toBe(true)
  })
})

describe("what is the desk's own", () => {
  it('[V9] topics, names entered by the desk and notes stay with staff, and the owner of the topic', async () => {
    const { session, seats, marks } = await run(false)
    await tell(session, 'gov-1', 'queue.join', { kind: 'intervention', topic: marks.topic })
    const group = session.state.session.groups[0]?.id as never
    await tell(session, 'desk', 'queue.add', {
      kind: 'intervention',
      person: null,
      entity: 'Organization 9',
      speaker: marks.name,
      group,
      door: 'paper',
      seenAt: session.state.session.plan.startsAt,
      note: marks.note,
    })
    await rounds()
    for (const mark of [marks.topic, marks.name, marks.note]) {
      expect(leaks(seats.get('desk')?.screen.received ?? [], mark)).toBe(true)
      for (const person of outsiders) expect(leaks(seats.get(person)?.screen.received ?? [], mark)).toBe(false)
    }
    expect(leaks(seats.get('gov-1')?.screen.received ?? [], marks.topic)).toBe(true)
  })
})

describe('revoked', () => {
  it('[L7] ends every line of the person at once, and their commands are refused', async () => {
    const { session, seats } = await run(false)
    await tell(session, 'desk', 'people.revoke', { person: 'gov-1' as never })
    expect(seats.get('gov-1')?.ended).toBe(true)
    expect(seats.get('gov-2')?.ended).toBe(false)
    expect(await tell(session, 'gov-1', 'queue.join', { kind: 'intervention', topic: null }, padded('late'))).toEqual({
      ok: false,
      why: 'person-revoked',
    })
  })
})
