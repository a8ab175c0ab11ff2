/** The record has the content of the log, and its figures add up, in any session. */

import { buildRecord } from '@rostrum/server/services/record/build-record'
import { redactRecord } from '@rostrum/server/services/record/public'
import type { PersonId, SegmentId, SessionId, StepId } from '@rostrum/shared/contract/ids'
import { countsAsIntervention, isForSpeaker } from '@rostrum/shared/contract/kinds'
import type { Plan } from '@rostrum/shared/contract/plan'
import { type SessionRecord, recordSchema as schema } from '@rostrum/shared/contract/record'
import type { State } from '@rostrum/shared/contract/registry'
import { evolveAll, initialState } from '@rostrum/shared/domain/decider'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anonymousPlan, createState, plan } from '../support/fixtures.ts'
import {
  approve,
  ask,
  call,
  command,
  join,
  openSession,
  queueOpen,
  raisePoint,
  type SentCommand,
  toEntryId,
  toQuestionId,
  toTurnId,
} from '../support/given.ts'
import { buildLog, buildPlayedLog } from '../support/log-builder.ts'
import { allTypes, arbitraryRolls, playRolls, typesWithoutClose } from '../support/random-session.ts'

const sessionId = 'recorded' as SessionId
const sumBy = <T>(all: readonly T[], of: (one: T) => number): number => all.reduce((total, one) => total + of(one), 0)

/** Plays random sessions, and checks the record and the state that result from their commits. */
const forAllSessions = (check: (record: SessionRecord, state: State, its: Plan) => void, runs = 40): void =>
  fc.assert(
    fc.property(fc.constantFrom(plan, anonymousPlan), fc.boolean(), arbitraryRolls(60, 250), (its, closes, many) => {
      const steps = playRolls(createState(its), many, closes ? allTypes : typesWithoutClose)
      const state = steps.at(-1)?.after ?? createState(its)
      check(buildRecord(sessionId, buildPlayedLog(its, steps)), state, its)
    }),
    { numRuns: runs },
  )

test('[R1] every turn and every request appears once, with its outcome', () =>
  forAllSessions((record, { floor, queue }) => {
    expect(record.turns.map((turn) => turn.id)).toEqual(floor.past.map((turn) => turn.id))
    expect(new Set(record.requests.map((request) => request.id)).size).toBe(record.requests.length)
    const heard = record.requests.filter(({ outcome }) => outcome === 'heard')
    expect(heard.map(({ turn }) => turn).sort()).toEqual(record.turns.flatMap(({ request, id: turn }) => (request ? [turn] : [])).sort())
    const listIds = (outcome: string) => record.requests.filter((one) => one.outcome === outcome).map((one) => one.id as string)
    expect(listIds('waiting').sort()).toEqual([...[...queue.entries.keys()], ...listJointEntries(queue, listIds('waiting'))].sort())
    const notReached = new Set(queue.notReached.map((one) => one.id as string))
    expect(listIds('not-reached').filter((one) => !notReached.has(one) && !(one in queue.joint))).toEqual([])
  }))
test('[S68] the topic of a request in the record is the last one in view, even after an undo', () => {
  const gov = toEntryId('gov-1')
  const commits = buildLog(plan, [
    ...queueOpen,
    command('gov-1', 'queue.join', { kind: 'intervention', topic: 'First' }, { id: 'gov-1' }),
    command('chair', 'queue.remove', { entry: gov, reason: 'duplicate' }, { id: 'removal' }),
    command('gov-1', 'queue.join', { kind: 'intervention', topic: 'Second' }, { id: 'again' }),
    command('chair', 'steps.undo', { step: 'removal'.padEnd(22, '-') as StepId }),
  ])
  const { queue } = commits.reduce((state, { events, at }) => evolveAll(state, events, at), initialState)
  expect(queue.entries.get(gov)?.topic).toBe('Second')
  const { requests, statistics } = buildRecord(sessionId, commits)
  expect(requests.map(({ id, topic, outcome }) => [id, topic, outcome])).toEqual([[gov, 'Second', 'waiting']])
  expect(statistics.requests.total).toBe(1)
})

test.each([
  ['are absent', command('desk', 'floor.mark-absent', { turn: toTurnId('turn-gov-1') })],
  ['are taken back by an undo', command('chair', 'steps.undo', { step: toTurnId('turn-gov-1') as string as StepId })],
] as const)('[P3] the request of a person revoked after the call counts as removed, even if they %s', (_, last) => {
  const revoke = command('desk', 'people.revoke', { person: 'gov-1' as PersonId })
  const { requests } = buildRecord(sessionId, buildLog(plan, [...queueOpen, join('gov-1'), call('gov-1'), revoke, last]))
  expect(requests.map(({ outcome, turn }) => [outcome, turn])).toEqual([['removed', null]])
})

test('[S68] a request that one undo removes and another restores is in the record', () => {
  const commits = buildLog(plan, [
    ...queueOpen,
    join('gov-1'),
    command('chair', 'queue.remove', { entry: toEntryId('gov-1'), reason: 'duplicate' }, { id: 'removal' }),
    command('gov-1', 'queue.join', { kind: 'intervention', topic: null }, { id: 'again' }),
    command('chair', 'queue.move', { entry: toEntryId('again'), before: null }, { id: 'moved' }),
    command('chair', 'steps.undo', { step: 'moved'.padEnd(22, '-') as StepId }),
    command('chair', 'steps.undo', { step: 'removal'.padEnd(22, '-') as StepId }),
  ])
  const { queue } = commits.reduce((state, { events, at }) => evolveAll(state, events, at), initialState)
  const { requests } = buildRecord(sessionId, commits)
  expect(requests.filter(({ outcome }) => outcome === 'waiting').map(({ id }) => id)).toEqual([...queue.entries.keys()])
})

const listJointEntries = ({ joint, entries }: State['queue'], waiting: readonly string[]): readonly string[] =>
  waiting.filter((one) => !(one in entries) && one in joint)

test('[R2] its figures are sums of its rows, and its rows are those of the log', () =>
  forAllSessions((record, { floor, questions }) => {
    const { statistics: figures, turns, requests } = record
    const { total, ...outcomes } = figures.requests
    expect(sumBy(Object.values(outcomes), (n) => n)).toBe(total)
    expect(sumBy(figures.groups, (one) => one.requests)).toBe(total)
    expect(sumBy(figures.channels, (one) => one.requests)).toBe(total)
    expect(requests.filter(({ kind, listed }) => countsAsIntervention(kind) && !listed)).toHaveLength(total)
    expect(sumBy(figures.groups, (one) => one.heard)).toBe(outcomes.heard + outcomes.joint)
    const billed = turns.filter(({ kind }) => isForSpeaker(kind))
    expect(figures.spokenSeconds).toBe(sumBy(billed, ({ usedSeconds }) => usedSeconds))
    expect(sumBy(figures.groups, (one) => one.spokenSeconds)).toBe(figures.spokenSeconds)
    expect(
      Math.abs(
        figures.spokenSeconds * 1000 -
          sumBy(
            floor.past.filter(({ kind }) => isForSpeaker(kind)),
            ({ used }) => used,
          ),
      ),
    ).toBeLessThanOrEqual(500 * billed.length)
    const { received, declined, answered, ...rest } = figures.questions
    expect(received).toBe(questions.all.size)
    expect(sumBy(Object.values(declined), (n) => n) + sumBy(Object.values(answered), (n) => n) + sumBy(Object.values(rest), (n) => n)).toBe(
      received,
    )
    expect(record.questions).toHaveLength(received)
  }))

test('[R3] it matches its schema, and the same commits give the same bytes', () =>
  forAllSessions((record, _, its) => {
    expect(schema.parse(record)).toEqual(record)
    expect(schema.parse(redactRecord({ record, attribution: its.questions.attribution, takenBack: new Set() }, true))).toMatchObject({
      public: true,
    })
  }))

describe('a small session', () => {
  const history: readonly SentCommand[] = [
    ...queueOpen,
    join('gov-1', 10),
    join('civil-1', 20),
    join('private-1', 30),
    command('guest-1', 'queue.join', { kind: 'intervention', topic: 'Access' }, { id: 'guest-1', at: 40 }),
    command('guest-1', 'queue.withdraw', { entry: 'guest-1---------------' as never }, { at: 45 }),
    call('gov-1', { at: 60 }),
    command('chair', 'floor.start', { turn: toTurnId('turn-gov-1') }, { at: 70 }),
    command(
      'desk',
      'notes.add',
      { text: 'Access grew.', tag: 'success', segment: 'topic' as SegmentId, about: { kind: 'turn', turn: toTurnId('turn-gov-1') } },
      { at: 80 },
    ),
    command('chair', 'floor.end', { turn: toTurnId('turn-gov-1') }, { at: 190 }),
    ask('civil-1'),
    approve('civil-1-asks'),
    ask('guest-1', 'A pending secret'),
    command(
      'chair',
      'floor.set-limit',
      { scope: { kind: 'everyone' }, limit: 120_000 as never, expectedLimit: 180_000 as never },
      { at: 200 },
    ),
    command('chair', 'questions.show', { question: toQuestionId('civil-1-asks'), expectedCurrent: null }, { id: 'answer', at: 210 }),
    command('chair', 'floor.start', { turn: toTurnId('answer') }, { at: 210 }),
    command('chair', 'questions.mark-answered', { question: toQuestionId('civil-1-asks'), answer: 'live' }, { at: 240 }),
    command('chair', 'session.close', {}, { at: 300 }),
    command('civil-1', 'statements.submit', { text: 'What we would have said.', expectedVersion: 0 }, { at: 400 }),
  ]
  const record = buildRecord(sessionId, buildLog(plan, history))

  test('[F57] has the ruling on a point of order with its time, unless the step was undone', () => {
    const point = command(
      'chair',
      'floor.recognize',
      { entry: toEntryId('civil-1-point'), expectedCurrent: null },
      { id: 'point', at: 100 },
    )
    const end = command('chair', 'floor.end', { turn: toTurnId('point') }, { id: 'end', at: 130 })
    const listRulings = (more: readonly ReturnType<typeof command>[]) =>
      buildRecord(sessionId, buildLog(plan, [...queueOpen, raisePoint('civil-1'), point, end, ...more]))
        .decisions.filter(({ what }) => what === 'ruling')
        .map(({ at, by }) => [at.slice(11, 19), by])
    expect(listRulings([])).toEqual([['12:02:10', 'chair']])
    expect(listRulings([command('chair', 'steps.undo', { step: 'end'.padEnd(22, '-') as never })])).toEqual([])
  })

  test('[R1] gives the expected record', () => {
    expect(record.requests.map(({ entity, outcome, waitSeconds }) => [entity, outcome, waitSeconds])).toEqual([
      ['Delegation 1', 'heard', 60],
      ['Organization 1', 'not-reached', null],
      ['Company 1', 'not-reached', null],
      ['Guest 1', 'withdrawn', null],
    ])
    expect(record.turns[0]).toMatchObject({
      entity: 'Delegation 1',
      usedSeconds: 120,
      limitSeconds: 180,
      overSeconds: 0,
      request: expect.any(String),
    })
    expect(record.statistics.requests).toMatchObject({ total: 4, heard: 1, 'not-reached': 2, withdrawn: 1 })
    expect(record.statistics.waits).toEqual({ median: 60, longest: 60 })
    expect(record.notes).toMatchObject([
      { text: 'Access grew.', tag: 'success', sources: [{ kind: 'turn', entity: 'Delegation 1', group: 'government' }] },
    ])
    expect(record.statements).toMatchObject([{ entity: 'Organization 1', request: record.requests[1]?.id, words: 5 }])
    expect(record.decisions.map(({ what, seconds }) => [what, seconds])).toContainEqual(['limit', 120])
    expect(record.questions.map(({ status, answerSeconds }) => [status, answerSeconds])).toEqual([
      ['answered', 30],
      ['not-reached', null],
    ])
    expect(record.log.commits).toBe(history.length + 2)
  })

  test('[R4] the public version omits what only the secretariat sees', () => {
    const shown = JSON.stringify(redactRecord({ record, attribution: 'hidden', takenBack: new Set() }, false))
    for (const secret of ['A pending secret', 'Access grew.']) expect(JSON.stringify(record)).toContain(secret)
    for (const secret of ['A pending secret', 'Access grew.']) expect(shown).not.toContain(secret)
    expect(redactRecord({ record, attribution: 'hidden', takenBack: new Set() }, true).questions).toMatchObject([
      { entity: null, group: null, channel: null },
    ])
    expect(redactRecord({ record, attribution: 'named', takenBack: new Set() }, true).notes).toHaveLength(1)
  })
})

test('[F87] the time of other items does not count for an item to which the session returned', () => {
  const go = (to: string, from: string, at: number) =>
    command('chair', 'agenda.go', { to: to as SegmentId, expectedCurrent: from as SegmentId }, { at })
  const commits = buildLog(plan, [openSession, go('topic', 'opening', 100), go('opening', 'topic', 160), go('topic', 'opening', 180)])
  const { agenda } = buildRecord(sessionId, commits)
  expect(agenda.slice(0, 2).map(({ actual }) => actual?.seconds)).toEqual([119, 60])
})
