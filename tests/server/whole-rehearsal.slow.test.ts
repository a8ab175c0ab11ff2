/** A whole rehearsal: simulated people play the model session over real connections, and the record is consistent. */
import { buildRecord } from '@rostrum/server/services/record/build-record'
import { startRehearsal } from '@rostrum/server/services/rehearsal/rehearsal'
import { loadTemplate } from '@rostrum/server/services/template/templates'
import { recordSchema } from '@rostrum/shared/contract/record'
import { minutes } from '@rostrum/shared/kernel/time'
import { projectAudience } from '@rostrum/shared/projection/project'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { makeRehearsalPorts } from '../support/rehearsal-ports.ts'

const modelPlan = loadTemplate('wsis-at-20')

describe('a rehearsal', () => {
  let server: InProcessServer
  beforeAll(async () => {
    server = await startInProcessServer()
  })
  afterAll(() => server.close())

  test('[E20] runs to its end: opened, led through every segment and closed, with interventions, answered questions and two prompts', {
    timeout: 360_000,
  }, async () => {
    const { session: id, done } = await startRehearsal(
      modelPlan,
      { speed: 30, people: 40, cast: 'usual', seed: 7 },
      makeRehearsalPorts(server),
    )
    await done
    const session = await server.app.sessions.open(id)
    const state = session?.state
    if (!state) throw new Error('it is not there')
    expect(state.session).toMatchObject({ phase: 'closed', plan: { rehearsal: true } })
    expect(Object.keys(state.agenda.actual)).toEqual(modelPlan.segments.map((segment) => segment.id))
    expect(state.floor.past.filter(({ kind }) => kind === 'intervention').length).toBeGreaterThan(8)
    // Like a session, not like a storm: a point of order is rare, and most requests are heard or waiting.
    expect(state.floor.past.filter(({ kind }) => kind === 'point-of-order').length).toBeLessThanOrEqual(5)
    expect([...state.questions.all.values()].filter(({ status }) => status === 'answered').length).toBeGreaterThan(0)
    const { questionCounts: counts } = projectAudience(state, 'staff').view
    expect(counts?.received).toBe(state.questions.all.size)
    const used = state.floor.past.reduce((sum, turn) => sum + turn.used, 0)
    expect(used).toBeLessThan(minutes(4))

    const record = recordSchema.parse(buildRecord(id, await server.app.sessions.readCommits(id)))
    expect(record).toMatchObject({ session: { phase: 'closed', rehearsal: true }, statistics: { spokenSeconds: expect.any(Number) } })
    expect(record.turns).toHaveLength(state.floor.past.length)
    // Times as they were meant: three minutes for everybody, and the plan of the session.
    expect(record.order.limitSeconds).toBe(180)
    expect(record.agenda.map(({ planned }) => planned.seconds)).toEqual(modelPlan.segments.map(({ length }) => length / 1000))
    expect(record.requests.filter(({ outcome }) => outcome === 'waiting' || outcome === 'speaking')).toEqual([])
    expect(record.questions).toHaveLength(state.questions.all.size)
    expect(
      record.notes.filter(({ sources, tag }) => sources[0]?.kind === 'turn' && modelPlan.notes.tags.includes(tag ?? '')).length,
    ).toBeGreaterThan(3)
    const invited = state.queue.notReached.filter(({ kind, speaker }) => kind === 'intervention' && speaker.number % 2 === 0)
    expect([...state.statements.all.keys()].sort()).toEqual([...new Set(invited.map(({ speaker }) => speaker.person))].sort())
    expect(record.statements).toHaveLength(state.statements.all.size)
    expect(record.sense?.map(({ outcome }) => outcome)).toEqual(['published', expect.stringMatching(/^(published|discarded)$/)])
    // One in ten has joined by code and is not confirmed. The line of a remote person can be broken when the responses close.
    for (const { of } of record.sense ?? []) expect([36, 35, 34]).toContain(of)
    expect(record.sense?.[0]?.responses).toHaveLength(5)
  })
})
