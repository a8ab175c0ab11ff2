/** An undo takes no request out of the record, and leaves in it nothing of the step that it undid. */

import { buildRecord } from '@rostrum/server/services/record/build-record'
import type { PersonId, SegmentId, SessionId, StepId } from '@rostrum/shared/contract/ids'
import { countsAsIntervention } from '@rostrum/shared/contract/kinds'
import type { CommandType } from '@rostrum/shared/contract/registry'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createState, makePlan, plan } from '../support/fixtures.ts'
import { call, command, join, queueOpen, raisePoint, type SentCommand, toEntryId, toTurnId } from '../support/given.ts'
import { buildLog, buildPlayedLog } from '../support/log-builder.ts'
import { arbitraryRolls, type PlayedCommand, playRolls } from '../support/random-session.ts'

const build = (history: readonly SentCommand[]) => buildRecord('undone' as SessionId, buildLog(plan, history))
const undo = (step: string): SentCommand => command('chair', 'steps.undo', { step: toTurnId(step) as string as StepId })
const start = (turn: string): SentCommand => command('chair', 'floor.start', { turn: toTurnId(turn) })
const end = (turn: string, id: string): SentCommand => command('chair', 'floor.end', { turn: toTurnId(turn) }, { id })
const markAbsent = (turn: string, id = 'absent'): SentCommand => command('chair', 'floor.mark-absent', { turn: toTurnId(turn) }, { id })
const remove = (who: string): SentCommand =>
  command('chair', 'queue.remove', { entry: toEntryId(who), reason: 'duplicate' }, { id: 'removal' })
const close = command('chair', 'session.close', {}, { id: 'close' })
const heard = [...queueOpen, join('gov-1'), join('civil-1'), call('gov-1')]
/** A person without a request is called. */
const given = [
  ...queueOpen,
  command('chair', 'floor.give', { person: 'gov-1' as PersonId, expectedCurrent: null, expectedNext: null }, { id: 'given' }),
]

test.each<readonly [name: string, history: readonly SentCommand[]]>([
  ['absent', [...heard, markAbsent('turn-gov-1'), undo('absent'), start('turn-gov-1')]],
  [
    'absent twice',
    [...heard, markAbsent('turn-gov-1'), undo('absent'), markAbsent('turn-gov-1', 'again'), undo('again'), start('turn-gov-1')],
  ],
  ['left for somebody else', [...heard, call('civil-1', { current: 'turn-gov-1' }), undo('turn-civil-1'), start('turn-gov-1')]],
  [
    'left for another item',
    [
      ...heard,
      command(
        'chair',
        'agenda.go',
        { to: 'topic' as SegmentId, expectedCurrent: 'opening' as SegmentId, endsTurn: toTurnId('turn-gov-1') },
        { id: 'go' },
      ),
      undo('go'),
      start('turn-gov-1'),
    ],
  ],
  [
    'called, started and ended, and all of it is undone',
    [...heard, start('turn-gov-1'), end('turn-gov-1', 'end'), undo('end'), end('turn-gov-1', 'ended')],
  ],
  ['called, and the call is undone', [...heard, undo('turn-gov-1'), call('gov-1'), start('turn-gov-1')]],
])('[R100] an undo gives a speaker who was %s the request back, with its turn and its wait', (_, history) => {
  const { requests, turns, statistics } = build([...history, close])
  const id = toEntryId('gov-1')
  expect(turns.map(({ request }) => request)).toEqual([id])
  expect(requests.map((one) => [one.id, one.outcome, one.turn, one.listed, one.missedCalls])).toEqual([
    [id, 'heard', toTurnId('turn-gov-1'), false, 0],
    [toEntryId('civil-1'), 'not-reached', null, false, 0],
  ])
  expect(statistics.requests).toMatchObject({ total: 2, heard: 1, 'not-reached': 1 })
  expect(requests[0]?.waitSeconds).toBeGreaterThan(0)
})

test('[R100] a person who was called without a request has none after the undo of an absence or of the close', () => {
  for (const [step, id] of [
    [markAbsent('given'), 'absent'],
    [close, 'close'],
  ] as const) {
    const { requests, turns } = build([...given, step, undo(id), start('given'), close])
    expect(requests).toEqual([])
    expect(turns.map(({ request }) => request)).toEqual([null])
  }
  expect(build([...given, markAbsent('given'), close]).requests.map(({ outcome, listed }) => [outcome, listed])).toEqual([
    ['not-reached', true],
  ])
})

test('[R100] an undone absence and an undone removal are not in the record of the request', () => {
  const withdraw = command('gov-1', 'queue.withdraw', { entry: toEntryId('gov-1') })
  const { requests } = build([...queueOpen, join('gov-1'), remove('gov-1'), undo('removal'), withdraw])
  expect(requests.map(({ outcome, reason }) => [outcome, reason])).toEqual([['withdrawn', null]])
  const point = toEntryId('civil-1-point')
  const recognize = command('chair', 'floor.recognize', { entry: point, expectedCurrent: null }, { id: 'point' })
  const undone = build([
    ...queueOpen,
    raisePoint('civil-1'),
    recognize,
    undo('point'),
    { ...recognize, id: 'recognized' },
    end('recognized', 'end'),
  ])
  expect(undone.requests.map(({ id, outcome, turn }) => [id, outcome, turn])).toEqual([[point, 'heard', toTurnId('recognized')]])
})

test('[R101] the most that a request was overtaken, and who presided, leave undone steps out', () => {
  const speakers = ['gov-1', 'gov-2', 'civil-1']
  const spoken = speakers.flatMap((who, index) => {
    const current = index === 0 ? null : `turn-${speakers[index - 1]}`
    return [call(who, { current }), start(`turn-${who}`)]
  })
  const overtaken = [...queueOpen, ...['gov-1', 'gov-2', 'gov-1b', 'civil-1'].map((who) => join(who)), ...spoken]
  const called = [...overtaken, call('gov-1b', { current: 'turn-civil-1' })]
  const measure = (history: readonly SentCommand[]) =>
    buildRecord('undone' as SessionId, buildLog(makePlan('rotate'), history)).order.mostOvertaken
  expect(measure(called)).toBe(1)
  expect(measure([...called, undo('turn-gov-1b')])).toBe(0)
  const opened = command('chair', 'session.open', {}, { id: 'opening', at: 10 })
  const again = command('chair', 'session.open', {}, { at: 70 })
  const listFrom = (history: readonly SentCommand[]) => build(history).session.presided.map(({ from }) => from.slice(11, 19))
  expect(listFrom([opened, undo('opening')])).toEqual([])
  expect(listFrom([opened, undo('opening'), again])).toEqual(['12:01:10'])
})

const types: readonly CommandType[] = [
  'session.open',
  'session.open',
  'agenda.go',
  'people.revoke',
  'queue.open',
  'queue.join',
  'queue.add',
  'queue.withdraw',
  'queue.remove',
  'queue.merge',
  'queue.separate',
  'queue.set-topic',
  'floor.call',
  'floor.call-last',
  'floor.give',
  'floor.start',
  'floor.end',
  'floor.mark-absent',
  'floor.mark-absent',
  'floor.mark-absent',
  'floor.decline',
  'floor.recognize',
  'floor.resume',
  'steps.undo',
  'steps.undo',
  'steps.undo',
]

/** Finds the request from which each turn began, if there was one. */
const listTurnsOfRequests = (steps: readonly PlayedCommand[]): ReadonlyMap<string, string> => {
  const events = steps.flatMap(({ decision }) => (decision.ok ? decision.events : []))
  const asked = new Set(events.flatMap((event) => (event.type === 'queue.joined' ? [event.data.entry.id] : [])))
  return new Map(
    events.flatMap((event) => {
      const entry = event.type === 'floor.called' ? event.data.entry : null
      return event.type === 'floor.called' && entry && asked.has(entry.id) ? [[event.data.turn, entry.id]] : []
    }),
  )
}

test('[R100] in random sessions with undos, every request is in the record once, and every turn has the request from which it began', () => {
  let undone = 0
  fc.assert(
    fc.property(fc.boolean(), arbitraryRolls(60, 160), (closes, many) => {
      const steps = playRolls(createState(plan), many, closes ? [...types, 'session.close'] : types)
      const last = steps.at(-1)?.after ?? createState(plan)
      undone += steps.filter(({ decision, command: { type } }) => decision.ok && type === 'steps.undo').length
      const { requests, turns } = buildRecord('undone' as SessionId, buildPlayedLog(plan, steps))
      const counted = requests.filter(({ kind, listed }) => countsAsIntervention(kind) && !listed).map(({ id }) => id)
      expect([...counted].sort()).toEqual(last.queue.requests.map(({ entry }) => entry as string).sort())
      const asked = listTurnsOfRequests(steps)
      expect(turns.map(({ id, request }) => [id, asked.get(id) ?? request])).toEqual(turns.map(({ id, request }) => [id, request]))
      const floors = requests.flatMap(({ id, turn }) => (turn ? [[turn, id]] : []))
      for (const { id, request } of turns) if (request) expect(floors).toContainEqual([id, request])
    }),
    { numRuns: 60 },
  )
  expect(undone).toBeGreaterThan(100)
})
