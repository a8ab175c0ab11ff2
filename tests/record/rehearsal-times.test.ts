/** A rehearsal passes faster than the session that it plays. Its record gives times and lengths at the pace of the session. */
import { buildRecord } from '@rostrum/server/services/record/build-record'
import { compressPlan } from '@rostrum/server/services/rehearsal/compress-plan'
import { loadTemplate } from '@rostrum/server/services/template/templates'
import type { SessionId } from '@rostrum/shared/contract/ids'
import type { Commit } from '@rostrum/shared/contract/registry'
import { makeFoundingEvents } from '@rostrum/shared/domain/session/plan'
import { toInstant } from '@rostrum/shared/kernel/time'
import { expect, test } from 'vitest'
import { buildScriptedLog } from '../support/scripted-log.ts'

const id = 'rehearsed' as SessionId
const pace = 30
const commits = buildScriptedLog({ requests: 12 })
const atPace = (commit: Commit): Commit => ({
  ...commit,
  events: commit.events.map((event) =>
    event.type === 'session.created' ? { ...event, data: { ...event.data, plan: { ...event.data.plan, pace } } } : event,
  ),
})

test('[R27] every time and length of a rehearsal is stretched, counted from the planned start', () => {
  const [real, rehearsed] = [buildRecord(id, commits), buildRecord(id, commits.map(atPace))]
  const start = Date.parse(real.session.plannedStart)
  const stretch = (iso: string) => new Date(start + (Date.parse(iso) - start) * pace).toISOString()
  expect(real.turns.length).toBeGreaterThan(5)
  expect(rehearsed.turns.map(({ startedAt, limitSeconds }) => [startedAt, limitSeconds])).toEqual(
    real.turns.map(({ startedAt, limitSeconds }) => [stretch(startedAt), limitSeconds * pace]),
  )
  for (const [index, turn] of rehearsed.turns.entries())
    expect(Math.abs(turn.usedSeconds - (real.turns[index]?.usedSeconds ?? 0) * pace)).toBeLessThanOrEqual(pace / 2)
  expect(rehearsed.agenda.map(({ planned }) => planned.seconds)).toEqual(real.agenda.map(({ planned }) => planned.seconds * pace))
  expect(rehearsed.order.limitSeconds).toBe(real.order.limitSeconds * pace)
  expect(rehearsed.decisions.map(({ at }) => at)).toEqual(real.decisions.map(({ at }) => stretch(at)))
  expect(rehearsed.session.presided.map(({ from }) => from)).toEqual(real.session.presided.map(({ from }) => stretch(from)))
  expect(rehearsed.log.at).toBe(stretch(real.log.at))
  expect(rehearsed.statistics.requests).toEqual(real.statistics.requests)
})

test('[R27] as a result, the limits and the plan of a rehearsal read like those of the session, at any pace', () => {
  const plan = loadTemplate('wsis-at-20')
  const read = (its: typeof plan) => {
    const founded = commits.slice(0, 2).map((commit, index) => (index === 0 ? { ...commit, events: makeFoundingEvents(its) } : commit))
    const { agenda, order } = buildRecord(id, founded)
    return { lengths: agenda.map(({ planned }) => planned.seconds), limit: order.limitSeconds }
  }
  for (const speed of [7, 30, 60]) expect(read(compressPlan(plan, speed, toInstant(1_000_000)))).toEqual(read(plan))
})
