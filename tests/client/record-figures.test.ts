/** Every figure that the record page shows is a sum of rows of the record, on random sessions and on the scripted one. */
import { findingOf } from '@rostrum/client/features/record/figures/headline'
import { matrixOf } from '@rostrum/client/features/record/figures/matrix'
import { notReachedIn } from '@rostrum/client/features/record/figures/not-reached'
import { askedIn, interventionsIn, spokenIn, sum, topicNumber } from '@rostrum/client/features/record/figures/record-rows'
import {
  channelShares,
  extremes,
  groupShares,
  lead,
  limitsGiven,
  percent,
  type Shares,
  scaleOf,
} from '@rostrum/client/features/record/figures/shares'
import { fateOf, tallyOf } from '@rostrum/client/features/record/figures/tally'
import { lateness, marksOf, secondsUsed, timeUse } from '@rostrum/client/features/record/figures/time-use'
import { recordOf } from '@rostrum/server/record/build-record'
import type { SessionId } from '@rostrum/shared/contract/ids'
import { outcomes, type SessionRecord } from '@rostrum/shared/contract/record'
import { channels } from '@rostrum/shared/contract/roles'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { founded, plan, unattributed } from '../support/fixtures.ts'
import { writtenPlay } from '../support/log-builder.ts'
import { everyType, lasting, play, rolls } from '../support/random-session.ts'
import { consultation } from '../support/scripted-log.ts'

const id = 'recorded' as SessionId
const scripted = (requests: number, closes = true): SessionRecord => recordOf(id, consultation({ requests, closes }))
const model = scripted(32)

/** Random sessions, running and closed, with and without authors. */
const records = (check: (record: SessionRecord) => void): void => {
  for (const record of [model, scripted(32, false), scripted(0)]) check(record)
  fc.assert(
    fc.property(fc.constantFrom(plan, unattributed), fc.boolean(), rolls(40, 200), (its, closes, many) =>
      check(recordOf(id, writtenPlay(its, play(founded(its), many, closes ? everyType : lasting)))),
    ),
    { numRuns: 25 },
  )
}

test('[R2] the finding: each request that was asked for has one outcome, and the figures are those of the record', () =>
  records((record) => {
    const { total, heard, outcomes: fates, answeredLive, answered } = findingOf(record)
    const figures = record.statistics
    expect({ total, ...fates }).toEqual(figures.requests)
    expect(sum(outcomes, (outcome) => fates[outcome])).toBe(total)
    expect(heard).toBe(figures.requests.heard + figures.requests.joint)
    expect(answeredLive).toBe(figures.questions.answered.live)
    expect(answered).toBe(sum(Object.values(figures.questions.answered), (n) => n))
  }))

test('[R2] the matrix: each intervention and each point stands in one cell, and columns and rows count them', () =>
  records((record) => {
    const { columns, rows } = matrixOf(record)
    const turns = rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.turns))
    const notes = rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.notes))
    const ids = (all: readonly { id: string }[]) => all.map((one) => one.id).sort()
    expect(ids(turns)).toEqual(ids(interventionsIn(record)))
    expect(ids(notes)).toEqual(ids(record.notes))
    columns.forEach(({ interventions }, index) => {
      expect(interventions).toBe(sum(rows, ({ cells }) => cells[index]?.turns.length ?? 0))
    })
    expect(sum(rows, ({ asked }) => asked)).toBe(record.statistics.requests.total)
    expect(sum(rows, ({ heard }) => heard)).toBe(findingOf(record).heard)
  }))

test('[R2] the shares: time and requests of groups and channels add up, to a whole where there is any', () =>
  records((record) => {
    const { spokenSeconds, requests, groups, channels: byChannel } = record.statistics
    const whole = (
      { rows, asked, seconds }: Shares<unknown>,
      listed: readonly { requests: number; heard: number; spokenSeconds: number }[],
    ) => {
      expect([asked, seconds]).toEqual([requests.total, spokenSeconds])
      expect(sum(rows, (row) => row.asked)).toBe(asked)
      expect(sum(rows, (row) => row.seconds)).toBe(seconds)
      for (const row of rows) expect(sum(outcomes, (outcome) => row.outcomes[outcome])).toBe(row.asked)
      expect(sum(rows, ({ ofTime }) => ofTime)).toBeCloseTo(seconds > 0 ? 1 : 0)
      expect(sum(rows, ({ ofRequests }) => ofRequests)).toBeCloseTo(asked > 0 ? 1 : 0)
      expect(rows.map((row) => [row.asked, row.heard, row.seconds])).toEqual(
        listed.map((one) => [one.requests, one.heard, one.spokenSeconds]),
      )
    }
    whole(groupShares(record), groups)
    whole(channelShares(record), byChannel)
    expect(channelShares(record).rows.map(({ of }) => of)).toEqual(channels)
  }))

test('[R2] the scale holds the longest bar, and those furthest apart are so', () =>
  records((record) => {
    const shares = groupShares(record)
    const scale = scaleOf(shares.rows)
    for (const { ofTime, ofRequests } of shares.rows) expect(Math.max(ofTime, ofRequests)).toBeLessThanOrEqual(scale + 1e-6)
    const found = extremes(shares)
    expect(found === null).toBe(shares.asked === 0 || shares.seconds === 0)
    for (const row of shares.rows) {
      if (found === null) continue
      expect(lead(row)).toBeLessThanOrEqual(lead(found.above))
      expect(lead(row)).toBeGreaterThanOrEqual(lead(found.below))
    }
  }))

test('[R2] the waits of the record are those of its rows', () =>
  records((record) => {
    const waits = askedIn(record).flatMap(({ waitSeconds }) => (waitSeconds === null ? [] : [waitSeconds]))
    const { waits: told } = record.statistics
    expect(told === null).toBe(waits.length === 0)
    if (told === null) return
    expect(told.longest).toBe(Math.max(...waits))
    expect(waits.filter((wait) => wait <= told.median).length * 2).toBeGreaterThanOrEqual(waits.length)
  }))

test('[R2] the limits: each intervention had one', () =>
  records((record) => {
    const limits = limitsGiven(record)
    expect(sum(limits, ({ turns }) => turns)).toBe(record.turns.filter(({ kind }) => kind === 'intervention').length)
    expect(new Set(limits.map(({ seconds }) => seconds)).size).toBe(limits.length)
  }))

test('[R2] the time: each turn is drawn once and inside, and what was used is the sum of the turns', () =>
  records((record) => {
    const use = timeUse(record)
    const drawn = [...use.rows.flatMap(({ turns }) => turns), ...use.answers]
    expect(drawn.map(({ of }) => of.id).sort()).toEqual(record.turns.map((turn) => turn.id).sort())
    for (const { from, to } of [...drawn, ...use.planned, ...use.actual]) {
      expect(from).toBeGreaterThanOrEqual(use.from)
      expect(to).toBeLessThanOrEqual(use.to)
      expect(to).toBeGreaterThanOrEqual(from)
    }
    expect(use.planned).toHaveLength(record.agenda.length)
    expect(use.actual).toHaveLength(record.agenda.filter(({ actual }) => actual !== null).length)
    expect(use.ticks.length).toBeLessThanOrEqual(9)
    expect(marksOf(use).flatMap(({ numbers }) => numbers)).toEqual(use.decisions.map((_, index) => index + 1))
    expect(secondsUsed(record)).toEqual({
      held: sum(record.agenda, ({ actual }) => actual?.seconds ?? 0),
      spoken: record.statistics.spokenSeconds,
      answered: record.statistics.answersSeconds,
    })
    expect(sum(spokenIn(record), ({ usedSeconds }) => usedSeconds)).toBe(record.statistics.spokenSeconds)
  }))

test('[R2] not reached: those counted are those of the finding, and each text stands with its request', () =>
  records((record) => {
    const rows = notReachedIn(record)
    expect(rows.filter(({ counted }) => counted)).toHaveLength(findingOf(record).outcomes['not-reached'])
    expect(rows.map(({ request }) => request.outcome).filter((outcome) => outcome !== 'not-reached')).toEqual([])
    for (const { request, statement } of rows) if (statement) expect(statement.request).toBe(request.id)
    const filed = record.statements.filter(({ request }) => rows.some((row) => row.request.id === request))
    expect(rows.filter(({ statement }) => statement !== null)).toHaveLength(filed.length)
  }))

test('[R2] the questions are accounted for to the last one, in the same figures as the record’s', () =>
  records((record) => {
    const { received, rows, declined } = tallyOf(record)
    const { questions } = record.statistics
    const count = (fate: string) => rows.find((row) => row.fate === fate)?.count ?? 0
    expect(sum(rows, (row) => row.count)).toBe(received)
    expect(received).toBe(questions.received)
    expect(sum(declined, (row) => row.count)).toBe(count('declined'))
    for (const { reason, count: n } of declined) expect(n).toBe(questions.declined[reason])
    expect({
      live: count('live'),
      'in-writing': count('in-writing'),
      'taken-on-notice': count('taken-on-notice'),
    }).toEqual(questions.answered)
    expect([count('merged'), count('to-floor'), count('withdrawn'), count('not-reached'), count('published'), count('pending')]).toEqual([
      questions.merged,
      questions.toFloor,
      questions.withdrawn,
      questions.notReached,
      questions.published,
      questions.pending,
    ])
    for (const question of record.questions) expect(rows.map(({ fate }) => fate)).toContain(fateOf(question))
  }))

test('reads as the scripted session was', () => {
  expect(findingOf(model)).toMatchObject({ total: 32, heard: 27, answeredLive: 3 })
  expect(lateness(model)).toEqual({ began: 1, ended: -1 })
  expect(limitsGiven(model)).toEqual([
    { seconds: 180, turns: 12 },
    { seconds: 120, turns: 15 },
  ])
  expect(matrixOf(model).columns.map(({ segment }) => topicNumber(model.agenda, segment?.id ?? null))).toEqual([1, 2, 3])
  expect(percent(sum(groupShares(model).rows, ({ ofTime }) => ofTime))).toBe(100)
  expect(timeUse(model).ticks).toHaveLength(7)
})

test('a session held on another day has its plan drawn from its beginning, and is neither late nor early', () => {
  const day = 24 * 3600 * 1000
  const later = (iso: string) => new Date(Date.parse(iso) - day).toISOString()
  const { session, agenda } = model
  const moved: SessionRecord = {
    ...model,
    session: { ...session, plannedStart: later(session.plannedStart), plannedEnd: later(session.plannedEnd) },
    agenda: agenda.map((segment) => ({ ...segment, planned: { ...segment.planned, startsAt: later(segment.planned.startsAt) } })),
  }
  const use = timeUse(moved)
  expect(use.moved).toBe(true)
  expect(use.from).toBe(Date.parse(session.openedAt ?? ''))
  expect(use.to - use.from).toBeLessThan(day / 8)
  expect(lateness(moved)).toEqual({ began: null, ended: null })
})
