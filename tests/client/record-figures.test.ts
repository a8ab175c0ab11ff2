/** Every figure on the record page is a sum of rows of the record. Random sessions and the scripted one prove it. */
import { computeHeadline } from '@rostrum/client/features/record/figures/headline'
import { buildMatrix } from '@rostrum/client/features/record/figures/matrix'
import { listNotReached } from '@rostrum/client/features/record/figures/not-reached'
import { getRecordTopicNumber, listCountedRequests, listInterventions, sumBy } from '@rostrum/client/features/record/figures/record-rows'
import {
  computeChannelShares,
  computeGroupShares,
  computeLead,
  computeScale,
  countLimitsGiven,
  findExtremes,
  type RecordShares,
  toWholePercent,
} from '@rostrum/client/features/record/figures/shares'
import { getQuestionOutcome, tallyQuestions } from '@rostrum/client/features/record/figures/tally'
import { computeLateness, computeSecondsUsed, computeTimeUse, groupDecisionMarks } from '@rostrum/client/features/record/figures/time-use'
import { buildRecord } from '@rostrum/server/services/record/build-record'
import type { SessionId } from '@rostrum/shared/contract/ids'
import { requestOutcomes, type SessionRecord } from '@rostrum/shared/contract/record'
import { channels } from '@rostrum/shared/contract/roles'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anonymousPlan, createState, plan } from '../support/fixtures.ts'
import { buildPlayedLog } from '../support/log-builder.ts'
import { allTypes, arbitraryRolls, playRolls, typesWithoutClose } from '../support/random-session.ts'
import { buildScriptedLog } from '../support/scripted-log.ts'

const sessionId = 'recorded' as SessionId
const buildScriptedRecord = (requests: number, closes = true): SessionRecord =>
  buildRecord(sessionId, buildScriptedLog({ requests, closes }))
const modelRecord = buildScriptedRecord(32)

/** Random sessions, running and closed, with and without recorded authors. */
const forAllRecords = (check: (record: SessionRecord) => void): void => {
  for (const record of [modelRecord, buildScriptedRecord(32, false), buildScriptedRecord(0)]) check(record)
  fc.assert(
    fc.property(fc.constantFrom(plan, anonymousPlan), fc.boolean(), arbitraryRolls(40, 200), (its, closes, many) =>
      check(buildRecord(sessionId, buildPlayedLog(its, playRolls(createState(its), many, closes ? allTypes : typesWithoutClose)))),
    ),
    { numRuns: 25 },
  )
}

test('[R2] the headline: each request has one outcome, and the figures are those of the record', () =>
  forAllRecords((record) => {
    const { total, heard, outcomes: fates, answeredLive, answered } = computeHeadline(record)
    const figures = record.statistics
    expect({ total, ...fates }).toEqual(figures.requests)
    expect(sumBy(requestOutcomes, (outcome) => fates[outcome])).toBe(total)
    expect(heard).toBe(figures.requests.heard + figures.requests.joint)
    expect(answeredLive).toBe(figures.questions.answered.live)
    expect(answered).toBe(sumBy(Object.values(figures.questions.answered), (n) => n))
  }))

test('[R2] the matrix: each intervention and each note is in one cell, and rows and columns count them', () =>
  forAllRecords((record) => {
    const { columns, rows } = buildMatrix(record)
    const turns = rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.turns))
    const notes = rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.notes))
    const sortIds = (all: readonly { id: string }[]) => all.map((one) => one.id).sort()
    expect(sortIds(turns)).toEqual(sortIds(listInterventions(record)))
    expect(sortIds(notes)).toEqual(sortIds(record.notes))
    columns.forEach(({ interventions }, index) => {
      expect(interventions).toBe(sumBy(rows, ({ cells }) => cells[index]?.turns.length ?? 0))
    })
    expect(sumBy(rows, ({ asked }) => asked)).toBe(record.statistics.requests.total)
    expect(sumBy(rows, ({ heard }) => heard)).toBe(computeHeadline(record).heard)
  }))

test('[R2] the shares: time and requests of groups and channels add up to the totals, and their fractions to one', () =>
  forAllRecords((record) => {
    const { spokenSeconds, requests, groups, channels: byChannel } = record.statistics
    const checkShares = (
      { rows, requests: asked, seconds }: RecordShares<unknown>,
      listed: readonly { requests: number; heard: number; spokenSeconds: number }[],
    ) => {
      expect([asked, seconds]).toEqual([requests.total, spokenSeconds])
      expect(sumBy(rows, (row) => row.requests)).toBe(asked)
      expect(sumBy(rows, (row) => row.seconds)).toBe(seconds)
      for (const row of rows) expect(sumBy(requestOutcomes, (outcome) => row.outcomes[outcome])).toBe(row.requests)
      expect(sumBy(rows, ({ ofTime }) => ofTime)).toBeCloseTo(seconds > 0 ? 1 : 0)
      expect(sumBy(rows, ({ ofRequests }) => ofRequests)).toBeCloseTo(asked > 0 ? 1 : 0)
      expect(rows.map((row) => [row.requests, row.reached, row.seconds])).toEqual(
        listed.map((one) => [one.requests, one.heard, one.spokenSeconds]),
      )
    }
    checkShares(computeGroupShares(record), groups)
    checkShares(computeChannelShares(record), byChannel)
    expect(computeChannelShares(record).rows.map(({ of }) => of)).toEqual(channels)
  }))

test('[R2] the scale fits the longest bar, and the extremes are the groups furthest apart', () =>
  forAllRecords((record) => {
    const shares = computeGroupShares(record)
    const scale = computeScale(shares.rows)
    for (const { ofTime, ofRequests } of shares.rows) expect(Math.max(ofTime, ofRequests)).toBeLessThanOrEqual(scale + 1e-6)
    const found = findExtremes(shares)
    expect(found === null).toBe(shares.requests === 0 || shares.seconds === 0)
    for (const row of shares.rows) {
      if (found === null) continue
      expect(computeLead(row)).toBeLessThanOrEqual(computeLead(found.above))
      expect(computeLead(row)).toBeGreaterThanOrEqual(computeLead(found.below))
    }
  }))

test('[R2] the waiting times of the record are those of its rows', () =>
  forAllRecords((record) => {
    const waits = listCountedRequests(record).flatMap(({ waitSeconds }) => (waitSeconds === null ? [] : [waitSeconds]))
    const { waits: summary } = record.statistics
    expect(summary === null).toBe(waits.length === 0)
    if (summary === null) return
    expect(summary.longest).toBe(Math.max(...waits))
    expect(waits.filter((wait) => wait <= summary.median).length * 2).toBeGreaterThanOrEqual(waits.length)
  }))

test('[R2] the limits: each intervention is counted under its limit', () =>
  forAllRecords((record) => {
    const limits = countLimitsGiven(record)
    expect(sumBy(limits, ({ turns }) => turns)).toBe(record.turns.filter(({ kind }) => kind === 'intervention').length)
    expect(new Set(limits.map(({ seconds }) => seconds)).size).toBe(limits.length)
  }))

test('[R2] the time use: each turn is drawn once within the bounds, and the time used is the sum of the turns', () =>
  forAllRecords((record) => {
    const use = computeTimeUse(record)
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
    expect(groupDecisionMarks(use).flatMap(({ numbers }) => numbers)).toEqual(use.decisions.map((_, index) => index + 1))
    expect(computeSecondsUsed(record)).toEqual({
      lasted: sumBy(record.agenda, ({ actual }) => actual?.seconds ?? 0),
      spoken: record.statistics.spokenSeconds,
      answered: record.statistics.answersSeconds,
    })
    expect(sumBy(listInterventions(record), ({ usedSeconds }) => usedSeconds)).toBe(record.statistics.spokenSeconds)
  }))

test('[R2] not reached: the count equals the headline, and each statement is with its request', () =>
  forAllRecords((record) => {
    const rows = listNotReached(record)
    expect(rows.filter(({ counted }) => counted)).toHaveLength(computeHeadline(record).outcomes['not-reached'])
    expect(rows.map(({ request }) => request.outcome).filter((outcome) => outcome !== 'not-reached')).toEqual([])
    for (const { request, statement } of rows) if (statement) expect(statement.request).toBe(request.id)
    const filed = record.statements.filter(({ request }) => rows.some((row) => row.request.id === request))
    expect(rows.filter(({ statement }) => statement !== null)).toHaveLength(filed.length)
  }))

test('[R2] the questions: every question is counted once, with the same figures as in the record', () =>
  forAllRecords((record) => {
    const { received, rows, declined } = tallyQuestions(record)
    const { questions } = record.statistics
    const count = (fate: string) => rows.find((row) => row.fate === fate)?.count ?? 0
    expect(sumBy(rows, (row) => row.count)).toBe(received)
    expect(received).toBe(questions.received)
    expect(sumBy(declined, (row) => row.count)).toBe(count('declined'))
    for (const { reason, count: n } of declined) expect(n).toBe(questions.declined[reason])
    expect({
      live: count('live'),
      'in-writing': count('in-writing'),
      'taken-on-notice': count('taken-on-notice'),
    }).toEqual(questions.answered)
    expect([
      count('merged'),
      count('moved-to-queue'),
      count('withdrawn'),
      count('not-reached'),
      count('published'),
      count('pending'),
    ]).toEqual([
      questions.merged,
      questions.movedToQueue,
      questions.withdrawn,
      questions.notReached,
      questions.published,
      questions.pending,
    ])
    for (const question of record.questions) expect(rows.map(({ fate }) => fate)).toContain(getQuestionOutcome(question))
  }))

test('the scripted session gives the expected figures', () => {
  expect(computeHeadline(modelRecord)).toMatchObject({ total: 32, heard: 27, answeredLive: 3 })
  expect(computeLateness(modelRecord)).toEqual({ began: 1, ended: -1 })
  expect(countLimitsGiven(modelRecord)).toEqual([
    { seconds: 180, turns: 12 },
    { seconds: 120, turns: 15 },
  ])
  expect(buildMatrix(modelRecord).columns.map(({ segment }) => getRecordTopicNumber(modelRecord.agenda, segment?.id ?? null))).toEqual([
    1, 2, 3,
  ])
  expect(toWholePercent(sumBy(computeGroupShares(modelRecord).rows, ({ ofTime }) => ofTime))).toBe(100)
  expect(computeTimeUse(modelRecord).ticks).toHaveLength(7)
})

test('the plan of a session held on another day is drawn from its actual start, and is neither late nor early', () => {
  const day = 24 * 3600 * 1000
  const addDay = (iso: string) => new Date(Date.parse(iso) - day).toISOString()
  const { session, agenda } = modelRecord
  const moved: SessionRecord = {
    ...modelRecord,
    session: { ...session, plannedStart: addDay(session.plannedStart), plannedEnd: addDay(session.plannedEnd) },
    agenda: agenda.map((segment) => ({ ...segment, planned: { ...segment.planned, startsAt: addDay(segment.planned.startsAt) } })),
  }
  const use = computeTimeUse(moved)
  expect(use.isPlanShifted).toBe(true)
  expect(use.from).toBe(Date.parse(session.openedAt ?? ''))
  expect(use.to - use.from).toBeLessThan(day / 8)
  expect(computeLateness(moved)).toEqual({ began: null, ended: null })
})
