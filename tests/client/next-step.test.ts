/** The one next action: what it is in each state of the floor, and that its command carries what the sender sees. */
import { getNextStep } from '@rostrum/client/features/floor/staff/next-step'
import { messages as english } from '@rostrum/client/text/languages/en'
import type { Translate } from '@rostrum/client/text/messages'
import { Messages } from '@rostrum/client/text/messages'
import type { TurnView } from '@rostrum/shared/projection/floor/parts'
import type { View } from '@rostrum/shared/projection/registry'
import { expect, test } from 'vitest'

const catalogue = new Messages('en', english, 'ltr')
const t = ((key: never, values: never) => catalogue.format(key, values).replace(/[\u2066-\u2069]/g, '')) as Translate

type NextStepInput = Parameters<typeof getNextStep>[1]

const speaker = { entity: 'Library federation', number: 7, group: null, channel: 'room' }
const makeTurn = (changed: object): TurnView =>
  ({
    id: 'turn',
    kind: 'intervention',
    speaker,
    question: null,
    limit: 180_000,
    calledAt: 0,
    startedAt: 0,
    used: 0,
    runningSince: 0,
    paused: null,
    cue: null,
    ...changed,
  }) as unknown as TurnView

const makeInput = (changed: {
  phase?: string
  current?: TurnView
  interrupted?: TurnView
  waiting?: boolean
  status?: string
}): NextStepInput =>
  ({
    session: { phase: changed.phase ?? 'open', startsAt: Date.UTC(2026, 0, 1, 10, 30), timeZone: 'UTC' } as unknown as View['session'],
    floor: { current: changed.current ?? null, interrupted: changed.interrupted ?? null } as unknown as View['floor'],
    entries: changed.waiting ? { first: { entity: 'University research centre', channel: 'remote', ready: true } } : {},
    queue: { next: changed.waiting ? 'first' : null, status: { kind: changed.status ?? 'open' } } as unknown as View['queue'],
  }) as unknown as NextStepInput

test.each([
  ['a planned session', {}, { phase: 'planned' }, 'Open the session', 'Planned for 10:30', 'session.open'],
  ['nobody on the floor', {}, { waiting: true }, 'Call next', 'University research centre, remote, ready', 'floor.call'],
  ['somebody called', { startedAt: null }, { waiting: true }, 'Start the clock', 'Library federation, 3:00', 'floor.start'],
  [
    'somebody speaking',
    {},
    { waiting: true, current: true },
    'End and call next',
    'University research centre, remote, ready',
    'floor.call',
  ],
  ['the last one speaking', {}, { current: true }, 'End the turn', 'Nobody is waiting', 'floor.end'],
  [
    'the last one, the list closed',
    {},
    { current: true, status: 'closed' },
    'End the turn',
    'Nobody is waiting, the list is closed',
    'floor.end',
  ],
  [
    'an answer',
    { kind: 'answer', speaker: null },
    { waiting: true, current: true },
    'Answered, call next',
    'University research centre, remote, ready',
    'floor.call',
  ],
  ['a break', {}, { phase: 'suspended', waiting: true }, 'Resume the session', 'The clock goes on where it stopped', 'session.resume'],
  ['a point of order', { kind: 'point-of-order' }, { waiting: true, current: true }, 'End point of order', undefined, 'floor.end'],
])('with %s', (_, changed, state, verb, object, type) => {
  const { current, ...rest } = { current: Object.keys(changed).length > 0, ...state } as { current?: boolean }
  const step = getNextStep(t, makeInput({ ...rest, ...(current ? { current: makeTurn(changed) } : {}) }))
  expect(step.verb).toBe(verb)
  expect(step.object).toBe(object)
  expect(step.command?.type).toBe(type)
})

test('the button is disabled while nobody waits, and says why', () => {
  const step = getNextStep(t, makeInput({ status: 'closed' }))
  expect(step).toMatchObject({ command: null, object: 'Nobody is waiting, the list is closed' })
  expect(getNextStep(t, makeInput({ phase: 'closed' }))).toMatchObject({
    verb: 'Open the record',
    object: 'Session closed',
    command: null,
    over: true,
  })
})

test('a call carries who the sender sees on the floor and who is first', () => {
  expect(getNextStep(t, makeInput({ waiting: true, current: makeTurn({}) })).command).toEqual({
    type: 'floor.call',
    data: { entry: 'first', expectedCurrent: 'turn', expectedNext: 'first' },
  })
})

test('after a point of order the interrupted turn resumes with its remaining time, unless the Chair had paused it', () => {
  const point = makeTurn({ id: 'point', kind: 'point-of-order' })
  const makePausedTurn = (cause: string) => makeTurn({ used: 60_000, runningSince: null, paused: { at: 60_000, cause } })
  expect(getNextStep(t, makeInput({ current: point, interrupted: makePausedTurn('point-of-order') })).object).toBe(
    'then Library federation resumes at 2:00',
  )
  expect(getNextStep(t, makeInput({ current: point, interrupted: makePausedTurn('chair') })).object).toBeUndefined()
})
