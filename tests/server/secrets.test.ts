/** Unpublished content leaves no trace in the frames of people who may not see it: live, after joining, after reconnecting. */
import { openMemoryLog } from '@rostrum/server/engine/log/memory'
import { describe, expect, test } from 'vitest'
import { hasLeaked, makeCanary } from '../support/canary.ts'
import { FrameClient } from '../support/frame-client.ts'
import { toQuestionId } from '../support/given.ts'
import { createFanout, execute, loadSession, loadSessionWithPeople, padId, subscribe, waitForRounds } from '../support/session-harness.ts'

const outsiders = ['panel', 'screen', 'gov-2', 'private-1'] as const
const insiders = ['chair', 'desk', 'gov-1'] as const

const playSession = async (hidden: boolean) => {
  const log = openMemoryLog()
  const session = await loadSessionWithPeople(log)
  const fanout = createFanout(session)
  const marks = {
    pending: makeCanary(),
    declined: makeCanary(),
    withdrawn: makeCanary(),
    merged: makeCanary(),
    topic: makeCanary(),
    name: makeCanary(),
    note: makeCanary(),
  }
  await execute(session, 'chair', 'session.open', {})
  await execute(session, 'chair', 'queue.open', {})
  await execute(session, 'civil-1', 'questions.ask', { text: 'standing', receipt: null }, 'standing')
  await execute(session, 'desk', 'questions.approve', { question: toQuestionId('standing') })
  const subscriptions = new Map([...outsiders, ...insiders].map((person) => [person, subscribe(fanout, person)]))
  await waitForRounds()
  if (hidden) {
    await execute(session, 'gov-1', 'questions.ask', { text: `pending ${marks.pending}`, receipt: null }, 'pending')
    await execute(session, 'gov-1', 'questions.ask', { text: `declined ${marks.declined}`, receipt: null }, 'declined')
    await execute(session, 'desk', 'questions.hold', { question: toQuestionId('pending') })
    await execute(session, 'desk', 'questions.decline', { question: toQuestionId('declined'), reason: 'conduct' })
    await execute(session, 'gov-1', 'questions.ask', { text: `withdrawn ${marks.withdrawn}`, receipt: null }, 'withdrawn')
    await execute(session, 'gov-1', 'questions.withdraw', { question: toQuestionId('withdrawn') })
    await execute(session, 'gov-1', 'questions.ask', { text: `merged ${marks.merged}`, receipt: null }, 'merged')
    await execute(session, 'gov-1', 'questions.ask', { text: `child ${marks.merged}`, receipt: null }, 'child')
    await execute(session, 'desk', 'questions.merge', { into: toQuestionId('merged'), question: toQuestionId('child') })
    await execute(session, 'desk', 'questions.label', { question: toQuestionId('merged'), segment: null, tags: ['Access'] })
    await execute(session, 'chair', 'questions.assign', { question: toQuestionId('merged'), assignee: 'panel' as never })
    await execute(session, 'desk', 'questions.merge', { into: toQuestionId('standing'), question: toQuestionId('merged') })
    const contents = { text: `edited ${marks.pending}`, expectedText: `pending ${marks.pending}` }
    await execute(session, 'desk', 'questions.edit', { question: toQuestionId('pending'), ...contents })
    await execute(session, 'desk', 'questions.reopen', { question: toQuestionId('declined') })
    await execute(session, 'desk', 'questions.decline', { question: toQuestionId('declined'), reason: 'conduct' })
  }
  await execute(session, 'chair', 'cues.blank', {})
  await waitForRounds()
  const late = outsiders.map((person) => subscribe(fanout, person))
  const back = outsiders.map((person) => {
    const frames = new FrameClient()
    frames.streams = subscriptions.get(person)?.frames.streams ?? {}
    return subscribe(fanout, person, frames)
  })
  return { log, session, fanout, subscriptions, late, back, marks }
}

describe('unpublished questions', () => {
  test('[V7] reach moderators and their author, and nobody else on any path', async () => {
    const { subscriptions, late, back, marks } = await playSession(true)
    for (const mark of [marks.pending, marks.declined, marks.withdrawn, marks.merged]) {
      for (const person of insiders)
        expect(hasLeaked(subscriptions.get(person)?.frames.received ?? [], mark), `${person} gets it`).toBe(true)
      for (const person of outsiders) expect(hasLeaked(subscriptions.get(person)?.frames.received ?? [], mark), person).toBe(false)
      for (const { frames } of [...late, ...back]) expect(hasLeaked(frames.received, mark)).toBe(false)
    }
  })

  test('[V13] cannot be counted: the frames of others are the same as if the questions had not been asked', async () => {
    const [quiet, busy] = await Promise.all([playSession(false), playSession(true)])
    for (const person of outsiders) {
      const frames = (played: typeof quiet) => played.subscriptions.get(person)?.frames.received ?? []
      const bare = (received: readonly string[]) => received.map((frame) => frame.replace(/"at":\d+/g, '').replace(/\d{13}/g, ''))
      expect(bare(frames(busy)), person).toEqual(bare(frames(quiet)))
    }
    expect(busy.subscriptions.get('chair')?.frames.received.length).toBeGreaterThan(
      quiet.subscriptions.get('chair')?.frames.received.length ?? 0,
    )
  })

  test('[V13] cannot be counted by reconnecting: frames and cursors are the same here, after a restart and on another node', async () => {
    const comeBack = async ({ log, fanout, subscriptions }: Awaited<ReturnType<typeof playSession>>) => {
      const elsewhere = createFanout(await loadSession(log))
      return outsiders.flatMap((person) => {
        const held = subscriptions.get(person)?.frames.streams ?? {}
        subscriptions.get(person)?.leave()
        return [fanout, elsewhere].map((node) => {
          const frames = new FrameClient()
          frames.streams = held
          subscribe(node, person, frames)
          const { presence: _presence, ...view } = frames.audienceView ?? {}
          return { person, cursors: frames.cursors, moved: frames.cursors.person !== held.person?.cursor, view }
        })
      })
    }
    const [quiet, busy] = await Promise.all([playSession(false).then(comeBack), playSession(true).then(comeBack)])
    expect(busy).toEqual(quiet)
    expect(busy.map(({ moved }) => moved)).toEqual(busy.map(() => false))
  })

  test('[V13] cannot be detected by answers: they are the same as for a question that does not exist', async () => {
    const { session } = await playSession(true)
    const nothing = await execute(session, 'gov-2', 'questions.support', { question: toQuestionId('no-such') })
    for (const name of ['pending', 'declined', 'withdrawn', 'merged', 'child'])
      expect(await execute(session, 'gov-2', 'questions.support', { question: toQuestionId(name) })).toEqual(nothing)
  })

  test('[V7] reach everybody once they are approved', async () => {
    const { session, subscriptions, marks } = await playSession(true)
    await execute(session, 'desk', 'questions.approve', { question: toQuestionId('pending') })
    await waitForRounds()
    for (const person of ['panel', 'gov-2', 'private-1'] as const)
      expect(hasLeaked(subscriptions.get(person)?.frames.received ?? [], marks.pending)).toBe(true)
  })
})

describe('content for the staff only', () => {
  test('[V9] topics and notes reach the staff only, a topic also its owner, and a typed name reaches nobody', async () => {
    const { session, subscriptions, marks } = await playSession(false)
    await execute(session, 'gov-1', 'queue.join', { kind: 'intervention', topic: marks.topic })
    const group = session.state.session.groups[0]?.id as never
    await execute(session, 'desk', 'queue.add', {
      kind: 'intervention',
      person: null,
      entity: 'Organization 9',
      speaker: marks.name,
      group,
      requestChannel: 'paper',
      seenAt: session.state.session.plan.startsAt,
      note: marks.note,
    })
    await waitForRounds()
    for (const mark of [marks.topic, marks.name, marks.note]) {
      // The staff request a name over HTTP.
      expect(hasLeaked(subscriptions.get('desk')?.frames.received ?? [], mark)).toBe(mark !== marks.name)
      for (const person of outsiders) expect(hasLeaked(subscriptions.get(person)?.frames.received ?? [], mark)).toBe(false)
    }
    expect(hasLeaked(subscriptions.get('gov-1')?.frames.received ?? [], marks.topic)).toBe(true)
  })
})

describe('a revocation', () => {
  test('[L7] ends every connection of the person at once, and their commands are refused', async () => {
    const { session, subscriptions } = await playSession(false)
    await execute(session, 'desk', 'people.revoke', { person: 'gov-1' as never })
    expect(subscriptions.get('gov-1')?.ended).toBe(true)
    expect(subscriptions.get('gov-2')?.ended).toBe(false)
    expect(await execute(session, 'gov-1', 'queue.join', { kind: 'intervention', topic: null }, padId('late'))).toEqual({
      ok: false,
      reason: 'person-revoked',
    })
  })
})
