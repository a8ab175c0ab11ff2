/** A step that a person has answered themselves cannot be undone, and the page of the staff says the same as the server. */

import type { PersonId, StepId } from '@rostrum/shared/contract/ids'
import type { CommandType, State } from '@rostrum/shared/contract/registry'
import { projectAudience } from '@rostrum/shared/projection/project'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createState } from '../support/fixtures.ts'
import {
  call,
  command,
  decideCommand,
  given,
  join,
  queueOpen,
  raisePoint,
  replay,
  type SentCommand,
  toEntryId,
  toTurnId,
} from '../support/given.ts'
import { arbitraryRolls, playRolls } from '../support/random-session.ts'

const turn = toTurnId('turn-gov-1')
const called = [...queueOpen, join('gov-1'), join('civil-1'), call('gov-1')]
const decline = command('gov-1', 'floor.decline', { turn })
const withdraw = command('gov-1', 'queue.withdraw', { entry: toEntryId('gov-1') })
const absent = command('chair', 'floor.mark-absent', { turn }, { id: 'absent' })
const toStep = (name: string) => toTurnId(name) as string as StepId
const findFinalStep = (state: State) => projectAudience(state, 'staff').view.finalStep
const setLimit = command(
  'chair',
  'floor.set-limit',
  { scope: { kind: 'everyone' }, limit: 120_000 as never, expectedLimit: 180_000 as never },
  { id: 'limit' },
)
const give = command('chair', 'floor.give', { person: 'gov-1' as PersonId, expectedCurrent: null, expectedNext: null }, { id: 'given' })
const point = command('chair', 'floor.recognize', { entry: toEntryId('civil-1-point'), expectedCurrent: turn }, { id: 'point' })
const endPoint = command('chair', 'floor.end', { turn: toTurnId('point') }, { id: 'end' })

test.each<readonly [what: string, history: readonly SentCommand[], step: string]>([
  ['a call', [...called, decline], 'turn-gov-1'],
  ['a call, and withdrew the request too', [...called, decline, withdraw], 'turn-gov-1'],
  ['the floor without a request', [...queueOpen, give, command('gov-1', 'floor.decline', { turn: toTurnId('given') })], 'given'],
  ['a call before a new limit', [...called, setLimit, decline], 'limit'],
  ['a call, a limit and the wait', [...called, setLimit, decline, withdraw], 'limit'],
  ['a call that a point of order had interrupted', [...called, raisePoint('civil-1'), point, endPoint, decline], 'end'],
  [
    'a call that a point of order had interrupted, and the wait',
    [...called, raisePoint('civil-1'), point, endPoint, decline, withdraw],
    'end',
  ],
])('[U20] who declines %s cannot be put back on the floor by an undo', (_, history, step) => {
  expect(findFinalStep(replay(history))).toBe(toStep(step))
  given(history)
    .when('steps.undo', { step: toStep(step) }, 'chair')
    .thenRefused('wrong-status')
})

test.each<readonly [what: string, history: readonly SentCommand[], step: string]>([
  ['an absence', [...called, absent], 'absent'],
  ['the call of somebody else', [...called, call('civil-1', { current: 'turn-gov-1' })], 'turn-civil-1'],
])('[U21] who withdraws the request after %s, or loses access, is not put back on the floor by an undo', (_, history, step) => {
  const undo = (more: readonly SentCommand[]) => given([...history, ...more]).when('steps.undo', { step: toStep(step) }, 'chair')
  expect(undo([]).thenState().floor.current?.id).toBe(turn)
  expect(findFinalStep(replay(history))).toBeNull()
  for (const since of [withdraw, command('desk', 'people.revoke', { person: 'gov-1' as PersonId })]) {
    undo([since]).thenRefused('wrong-status')
    expect(findFinalStep(replay([...history, since]))).toBe(toStep(step))
  }
})

const types: readonly CommandType[] = [
  'session.open',
  'session.open',
  'agenda.go',
  'people.revoke',
  'queue.open',
  'queue.join',
  'queue.withdraw',
  'queue.withdraw',
  'floor.call',
  'floor.give',
  'floor.start',
  'floor.end',
  'floor.mark-absent',
  'floor.mark-absent',
  'floor.decline',
  'floor.decline',
  'floor.recognize',
  'floor.set-limit',
  'questions.ask',
  'questions.approve',
  'questions.show',
  'questions.withdraw',
  'questions.decline',
  'steps.undo',
  'steps.undo',
]

const hasSpoken = ({ floor }: State): boolean => floor.current !== null || floor.past.length > 0

test('[U22] in random sessions the offered undo is accepted, one that is not offered is refused, and nobody waits and has the floor', () => {
  let final = 0
  fc.assert(
    fc.property(arbitraryRolls(60, 160), (many) => {
      for (const { after, at } of playRolls(createState(), many, types)) {
        const { floor, queue, steps, session } = after
        for (const one of [floor.current, floor.interrupted]) if (one?.entry) expect(queue.entries.has(one.entry.id)).toBe(false)
        const last = steps.taken.at(-1)
        if (!last || session.phase !== 'open' || (last.commandType === 'session.open' && hasSpoken(after))) continue
        const isFinal = findFinalStep(after) === last.id
        if (isFinal) final += 1
        const isStart = last.commandType === 'floor.start'
        const undone = decideCommand(after, command('chair', 'steps.undo', { step: last.id }), at)
        if (isFinal || !isStart) expect([last.commandType, undone.ok]).toEqual([last.commandType, !isFinal])
      }
    }),
    { numRuns: 60 },
  )
  expect(final).toBeGreaterThan(50)
})
