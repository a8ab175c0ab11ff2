/** The record says what the log holds, and its figures add up, whatever has happened. */

import { recordOf } from '@rostrum/server/record/build-record'
import { publicRecord } from '@rostrum/server/record/public'
import type { SegmentId, SessionId } from '@rostrum/shared/contract/ids'
import type { Plan } from '@rostrum/shared/contract/plan'
import { type SessionRecord, record as schema } from '@rostrum/shared/contract/record'
import type { State } from '@rostrum/shared/contract/registry'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { founded, plan, unattributed } from '../support/fixtures.ts'
import { approves, asks, calls, joins, listOpen, questionOf, type Said, said, turnOf } from '../support/given.ts'
import { written, writtenPlay } from '../support/log-builder.ts'
import { everyType, lasting, play, rolls } from '../support/random-session.ts'

const id = 'recorded' as SessionId
const sum = <T>(all: readonly T[], of: (one: T) => number): number => all.reduce((total, one) => total + of(one), 0)

/** Random sessions, with the record and the state that their commits lead to. */
const sessions = (check: (record: SessionRecord, state: State, its: Plan) => void, runs = 40): void =>
  fc.assert(
    fc.property(fc.constantFrom(plan, unattributed), fc.boolean(), rolls(60, 250), (its, closes, many) => {
      const steps = play(founded(its), many, closes ? everyType : lasting)
      const state = steps.at(-1)?.after ?? founded(its)
      check(recordOf(id, writtenPlay(its, steps)), state, its)
    }),
    { numRuns: runs },
  )

test('[R1] every turn and every request stands in it once, with what became of it', () =>
  sessions((record, { floor, queue }) => {
    expect(record.turns.map((turn) => turn.id)).toEqual(floor.past.map((turn) => turn.id))
    expect(new Set(record.requests.map((request) => request.id)).size).toBe(record.requests.length)
    const heard = record.requests.filter(({ outcome }) => outcome === 'heard')
    expect(heard.map(({ turn }) => turn).sort()).toEqual(record.turns.flatMap(({ request, id: turn }) => (request ? [turn] : [])).sort())
    const of = (outcome: string) => record.requests.filter((one) => one.outcome === outcome).map((one) => one.id as string)
    expect(of('waiting').sort()).toEqual([...Object.keys(queue.entries), ...jointOf(queue, of('waiting'))].sort())
    const unheard = new Set(queue.unheard.map((one) => one.id as string))
    expect(of('not-reached').filter((one) => !unheard.has(one) && !(one in queue.joint))).toEqual([])
  }))
const jointOf = ({ joint, entries }: State['queue'], waiting: readonly string[]): readonly string[] =>
  waiting.filter((one) => !(one in entries) && one in joint)

test('[R2] its figures are sums of its rows, and its rows are those of the log', () =>
  sessions((record, { floor, questions }) => {
    const { statistics: figures, turns, requests } = record
    const { total, ...outcomes } = figures.requests
    expect(sum(Object.values(outcomes), (n) => n)).toBe(total)
    expect(sum(figures.groups, (one) => one.requests)).toBe(total)
    expect(sum(figures.channels, (one) => one.requests)).toBe(total)
    expect(requests.filter(({ kind, listed }) => kind === 'intervention' && !listed)).toHaveLength(total)
    expect(sum(figures.groups, (one) => one.heard)).toBe(outcomes.heard + outcomes.joint)
    const billed = turns.filter(({ kind }) => kind !== 'answer')
    expect(figures.spokenSeconds).toBe(sum(billed, ({ usedSeconds }) => usedSeconds))
    expect(sum(figures.groups, (one) => one.spokenSeconds)).toBe(figures.spokenSeconds)
    expect(
      Math.abs(
        figures.spokenSeconds * 1000 -
          sum(
            floor.past.filter(({ kind }) => kind !== 'answer'),
            ({ used }) => used,
          ),
      ),
    ).toBeLessThanOrEqual(500 * billed.length)
    const { received, declined, answered, ...rest } = figures.questions
    expect(received).toBe(questions.all.size)
    expect(sum(Object.values(declined), (n) => n) + sum(Object.values(answered), (n) => n) + sum(Object.values(rest), (n) => n)).toBe(
      received,
    )
    expect(record.questions).toHaveLength(received)
  }))

test('[R3] it keeps to its schema, and the same commits give the same bytes', () =>
  sessions((record, _, its) => {
    expect(schema.parse(record)).toEqual(record)
    expect(schema.parse(publicRecord(record, its.questions.attribution, true))).toMatchObject({ public: true })
  }))

describe('a small session', () => {
  const history: readonly Said[] = [
    ...listOpen,
    joins('gov-1', 10),
    joins('civil-1', 20),
    joins('private-1', 30),
    said('guest-1', 'queue.join', { kind: 'intervention', topic: 'Access' }, { id: 'guest-1', at: 40 }),
    said('guest-1', 'queue.withdraw', { entry: 'guest-1---------------' as never }, { at: 45 }),
    calls('gov-1', { at: 60 }),
    said('chair', 'floor.start', { turn: turnOf('turn-gov-1') }, { at: 70 }),
    said(
      'desk',
      'notes.add',
      { text: 'Access grew.', tag: 'success', segment: 'topic' as SegmentId, about: { kind: 'turn', turn: turnOf('turn-gov-1') } },
      { at: 80 },
    ),
    said('chair', 'floor.end', { turn: turnOf('turn-gov-1') }, { at: 190 }),
    asks('civil-1'),
    approves('civil-1-asks'),
    asks('guest-1', 'A pending secret'),
    said('chair', 'floor.limit', { scope: { kind: 'everyone' }, limit: 120_000 as never, expectedLimit: 180_000 as never }, { at: 200 }),
    said('chair', 'questions.show', { question: questionOf('civil-1-asks'), expectedCurrent: null }, { id: 'answer', at: 210 }),
    said('chair', 'questions.settle', { question: questionOf('civil-1-asks'), answer: 'live' }, { at: 240 }),
    said('chair', 'session.close', {}, { at: 300 }),
    said('civil-1', 'statements.file', { text: 'What we would have said.', expectedVersion: 0 }, { at: 400 }),
  ]
  const record = recordOf(id, written(plan, history))

  test('[R1] reads as it was', () => {
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
    expect(record.notes).toMatchObject([{ text: 'Access grew.', tag: 'success', entity: 'Delegation 1', group: 'government' }])
    expect(record.statements).toMatchObject([{ entity: 'Organization 1', request: record.requests[1]?.id, words: 5 }])
    expect(record.decisions.map(({ what, seconds }) => [what, seconds])).toContainEqual(['limit', 120])
    expect(record.questions.map(({ status, answerSeconds }) => [status, answerSeconds])).toEqual([
      ['answered', 30],
      ['not-reached', null],
    ])
    expect(record.log.commits).toBe(history.length + 2)
  })

  test('[R4] the public version leaves out what only the secretariat sees', () => {
    const shown = JSON.stringify(publicRecord(record, 'hidden', false))
    for (const secret of ['A pending secret', 'Access grew.']) expect(JSON.stringify(record)).toContain(secret)
    for (const secret of ['A pending secret', 'Access grew.']) expect(shown).not.toContain(secret)
    expect(publicRecord(record, 'hidden', true).questions).toMatchObject([{ entity: null, group: null, channel: null }])
    expect(publicRecord(record, 'named', true).notes).toHaveLength(1)
  })
})

test('[R5] fifty thousand commits come to a record in less than five seconds of the processor', { timeout: 120_000 }, () => {
  const many = fc.sample(rolls(270_000, 270_000), { numRuns: 1, seed: 5 })[0] ?? []
  const commits = writtenPlay(plan, play(founded(), many, lasting)).slice(0, 50_000)
  const before = process.cpuUsage()
  const { log, requests, questions } = recordOf(id, commits)
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1e6).toBeLessThan(5)
  expect([log.commits, requests.length > 1_000, questions.length > 300]).toEqual([50_000, true, true])
})
