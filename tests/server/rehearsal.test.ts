/** A rehearsal: the whole model session played by simulated people over real lines, leaving a record that adds up. */

import { recordOf } from '@rostrum/server/record/build-record'
import { compressed } from '@rostrum/server/rehearsal/compress-plan'
import { rehearse } from '@rostrum/server/rehearsal/rehearsal'
import { planFrom } from '@rostrum/server/template/templates'
import { record as recordSchema } from '@rostrum/shared/contract/record'
import { instantOf, minutes, plus, seconds } from '@rostrum/shared/kernel/time'
import { projectAudience } from '@rostrum/shared/projection/registry'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Doors, openDoors } from '../support/in-process-server.ts'
import { Notes } from '../support/session-harness.ts'

const model = planFrom('wsis-at-20')

test('a plan in a thirtieth of its time: every length is as many times shorter, and it says what it is', () => {
  const start = instantOf(1_000_000)
  const plan = compressed(model, 30, start)
  expect(plan).toMatchObject({ rehearsal: true, startsAt: start, endsAt: plus(start, seconds(180)) })
  expect(plan.segments.map(({ length }) => length)).toEqual([20, 48, 52, 44, 16].map(seconds))
  expect(plan.segments[1]?.startsAt).toBe(plus(start, seconds(20)))
  expect(plan.floor.limits).toMatchObject({ everyone: 6_000, pointOfOrder: 2_000, answer: 4_000 })
  expect(compressed(model, 1, model.startsAt)).toEqual({ ...model, rehearsal: true, walkIns: true })
})

describe('played', () => {
  let doors: Doors
  beforeAll(async () => {
    doors = await openDoors()
  })
  afterAll(() => doors.close())
  const ports = () => ({
    sessions: doors.app.sessions,
    links: doors.app.links,
    codes: doors.app.codes,
    logger: new Notes(),
    now: () => instantOf(Date.now()),
    url: () => `http://127.0.0.1:${doors.app.port()}`,
  })

  test('to its end: opened, driven through every part, closed, with people heard and questions answered', {
    timeout: 360_000,
  }, async () => {
    const { session: id, done } = await rehearse(model, { speed: 30, people: 30, seed: 7 }, ports())
    await done
    const session = await doors.app.sessions.open(id)
    const state = session?.state
    if (!state) throw new Error('it is not there')
    expect(state.session).toMatchObject({ phase: 'closed', plan: { rehearsal: true } })
    expect(Object.keys(state.agenda.held)).toEqual(model.segments.map((segment) => segment.id))
    expect(state.floor.past.filter(({ kind }) => kind === 'intervention').length).toBeGreaterThan(8)
    expect([...state.questions.all.values()].filter(({ status }) => status === 'answered').length).toBeGreaterThan(0)
    const { questionCounts: counts } = projectAudience(state, 'staff').view
    expect(counts?.received).toBe(state.questions.all.size)
    const used = state.floor.past.reduce((sum, turn) => sum + turn.used, 0)
    expect(used).toBeLessThan(minutes(4))

    const record = recordSchema.parse(recordOf(id, await doors.app.sessions.commitsOf(id)))
    expect(record).toMatchObject({ session: { phase: 'closed', rehearsal: true }, statistics: { spokenSeconds: expect.any(Number) } })
    expect(record.turns).toHaveLength(state.floor.past.length)
    expect(record.requests.filter(({ outcome }) => outcome === 'waiting' || outcome === 'speaking')).toEqual([])
    expect(record.questions).toHaveLength(state.questions.all.size)
    expect(record.notes.filter(({ turn, tag }) => turn !== null && model.notes.tags.includes(tag ?? '')).length).toBeGreaterThan(3)
    const invited = state.queue.unheard.filter(({ kind, speaker }) => kind === 'intervention' && speaker.number % 2 === 0)
    expect([...state.statements.all.keys()].sort()).toEqual([...new Set(invited.map(({ speaker }) => speaker.person))].sort())
    expect(record.statements).toHaveLength(state.statements.all.size)
  })

  test('somebody who drives takes over: the simulated chair stands back for good', { timeout: 60_000 }, async () => {
    const { session: id, presided, done, stop } = await rehearse(model, { speed: 60, people: 6, seed: 3 }, ports())
    const session = await doors.app.sessions.open(id)
    if (!session) throw new Error('it is not there')
    const until = (holds: () => boolean) =>
      new Promise<void>((resolve) => {
        const leave = session.onAdvance(() => {
          if (!holds()) return
          leave()
          resolve()
        })
      })
    await until(() => session.state.floor.current !== null)
    const suspend = { id: 'taken-over------------' as never, type: 'session.suspend', data: {} } as const
    expect(await session.handle({ person: 'secretariat' as never }, suspend)).toEqual({ ok: true })
    const point = { text: 'Written by a person.', tag: null, segment: null, about: null }
    expect(
      await session.handle({ person: 'secretariat' as never }, { id: 'own-point-------------' as never, type: 'notes.add', data: point }),
    ).toEqual({ ok: true })
    const steps = session.state.steps.taken.length
    await presided
    expect(session.state.session.phase).toBe('suspended')
    expect(session.state.steps.taken).toHaveLength(steps)
    stop()
    await done
  })
})
