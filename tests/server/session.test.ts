/** The line of commands: one order, first answers, nothing told that is not kept. */

import { type Log, Unavailable } from '@rostrum/server/log/log'
import { openMemoryLog } from '@rostrum/server/log/memory'
import type { Advance } from '@rostrum/server/session/session'
import { type CommandId, noRevision } from '@rostrum/shared/contract/ids'
import { describe, expect, it } from 'vitest'
import { everybody } from '../support/fixtures.ts'
import { foundedLog, Notes, openLine, openRoom, sessionId, tell } from '../support/session-harness.ts'

const join = { kind: 'intervention', topic: null } as const
const accepted = { ok: true }

const openFloor = async (log: Log = openMemoryLog()) => {
  const session = await openRoom(log)
  await tell(session, 'chair', 'session.open', {})
  await tell(session, 'chair', 'queue.open', {})
  return session
}

describe('repeats', () => {
  it('[L1] a repeated command takes effect once and gets the first answer', async () => {
    const session = await openFloor()
    const before = session.revision
    const answers = await Promise.all([1, 2, 3].map(() => tell(session, 'gov-1', 'queue.join', join, 'same')))
    expect(answers).toEqual([accepted, accepted, accepted])
    expect(await tell(session, 'gov-1', 'queue.join', join, 'same')).toEqual(accepted)
    expect(session.revision).toBe(before + 1)
  })

  it('[L1] a refusal is repeated as it was, even if the world has moved on', async () => {
    const session = await openRoom(openMemoryLog())
    expect(await tell(session, 'gov-1', 'queue.join', join, 'early')).toEqual({ ok: false, why: 'session-not-open' })
    await tell(session, 'chair', 'session.open', {})
    await tell(session, 'chair', 'queue.open', {})
    expect(await tell(session, 'gov-1', 'queue.join', join, 'early')).toEqual({ ok: false, why: 'session-not-open' })
  })

  it('[L1] first answers come back from the log after a restart', async () => {
    const log = openMemoryLog()
    const session = await openFloor(log)
    await tell(session, 'gov-1', 'queue.join', join, 'before')
    await session.close()
    const again = await openLine(log)
    expect(again.state).toEqual(session.state)
    expect(await tell(again, 'gov-1', 'queue.join', join, 'before')).toEqual(accepted)
    expect(again.revision).toBe(session.revision)
  })

  it('[L2] an id that somebody else has used is no command, and changes nothing of theirs', async () => {
    const session = await openFloor()
    await tell(session, 'gov-1', 'queue.join', join, 'mine')
    const { state } = session
    expect(await tell(session, 'civil-1', 'queue.join', join, 'mine')).toEqual({ ok: false, why: 'malformed' })
    const both = await Promise.all([
      tell(session, 'gov-2', 'queue.join', join, 'ours'),
      tell(session, 'private-1', 'queue.join', join, 'ours'),
    ])
    expect(both).toEqual([accepted, { ok: false, why: 'malformed' }])
    expect(session.state.queue.entries).toMatchObject(state.queue.entries)
  })
})

describe('one order', () => {
  it('[L3] is told before it is answered for, and only when it is kept', async () => {
    const memory = openMemoryLog()
    const seen: string[] = []
    const log: Log = {
      ...bound(memory),
      append: async (...given) => {
        await memory.append(...given)
        seen.push('kept')
      },
    }
    const session = await openFloor(log)
    seen.length = 0
    session.onAdvance(() => seen.push('told'))
    await tell(session, 'gov-1', 'queue.join', join).then(() => seen.push('answered'))
    expect(seen).toEqual(['kept', 'told', 'answered'])
  })

  it('[L3] two nodes that decide at once make one order without holes, and both see it', async () => {
    const log = await foundedLog(openMemoryLog())
    const [one, two] = await Promise.all([openLine(log), openLine(log)])
    await one.admit(everybody, 'everybody' as CommandId)
    await tell(one, 'chair', 'session.open', {})
    await tell(one, 'chair', 'queue.open', {})
    const participants = everybody.filter(({ role }) => role === 'participant').map(({ person }) => person)
    const answers = await Promise.all(participants.map((person, index) => tell(index % 2 ? one : two, person, 'queue.join', join)))
    expect(answers.every(({ ok }) => ok)).toBe(true)
    const commits = await log.read(sessionId, noRevision)
    expect(commits.map(({ revision }) => revision)).toEqual(commits.map((_, index) => index + 1))
    await expect.poll(() => [one.revision, two.revision]).toEqual([commits.length, commits.length])
    expect(two.state).toEqual(one.state)
    expect(Object.keys(one.state.queue.entries)).toHaveLength(participants.length)
  })

  it('[L4] of two drivers who press at the same time one is refused with moved-on', async () => {
    const session = await openFloor()
    for (const person of ['gov-1', 'civil-1', 'private-1']) await tell(session, person, 'queue.join', join, person)
    const next = session.state.queue.line[0]?.entry ?? null
    const press = (by: string) => tell(session, by, 'floor.call', { entry: next as never, expectedCurrent: null, expectedNext: next })
    const answers = await Promise.all([press('chair'), press('desk')])
    expect(answers).toEqual([accepted, { ok: false, why: 'moved-on' }])
    expect(session.state.floor.past).toHaveLength(0)
  })
})

describe('when it cannot be stored', () => {
  it('[L5] says unavailable, tells nobody, and goes on when it can', async () => {
    const memory = openMemoryLog()
    let down = false
    const log: Log = {
      ...bound(memory),
      append: (...given) => (down ? Promise.reject(new Unavailable('no disk')) : memory.append(...given)),
    }
    const notes = new Notes()
    const session = await openRoom(log, notes)
    const told: Advance[] = []
    session.onAdvance((advance) => told.push(advance))
    down = true
    const { state, revision } = session
    expect(await tell(session, 'chair', 'session.open', {}, 'open')).toEqual({ ok: false, why: 'unavailable' })
    expect([session.state, session.revision, told.length]).toEqual([state, revision, 0])
    expect(session.state).toBe(state)
    down = false
    expect(await tell(session, 'chair', 'session.open', {}, 'open')).toEqual(accepted)
    expect(session.state.session.phase).toBe('open')
  })

  it('[L6] a log that lost what was confirmed is said aloud, and everybody is shown anew what there is', async () => {
    const memory = openMemoryLog()
    let lose: (why: Error) => void = () => undefined
    let kept = Number.POSITIVE_INFINITY
    const log: Log = {
      ...bound(memory),
      read: async (session, since) => (await memory.read(session, since)).filter(({ revision }) => revision <= kept),
      follow: (_session, _since, _on, lost) => {
        lose = lost
        return () => undefined
      },
    }
    const notes = new Notes()
    const session = await openRoom(log, notes)
    await tell(session, 'chair', 'session.open', {})
    const told: Advance[] = []
    session.onAdvance((advance) => told.push(advance))
    kept = session.revision - 1
    lose(new Error('the tip is behind'))
    await expect.poll(() => told.some(({ reset }) => reset)).toBe(true)
    expect(session.state.session.phase).toBe('planned')
    expect(notes.lines.some(({ level, message }) => level === 'error' && message.includes('confirmed'))).toBe(true)
    await session.close()
  })
})

/** Methods of a class instance, so that one of them can be replaced. */
const bound = (log: Log): Log => ({
  profile: log.profile,
  append: (...given) => log.append(...given),
  read: (...given) => log.read(...given),
  follow: (...given) => log.follow(...given),
  forget: (...given) => log.forget(...given),
  close: () => log.close(),
})
