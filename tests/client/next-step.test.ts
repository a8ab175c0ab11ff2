/** The one next action: what it is in each state of the floor, and that it carries what the driver sees. */
import { nextStep } from '@rostrum/client/features/floor/staff/next-step'
import { messages as english } from '@rostrum/client/text/languages/en'
import type { Speak } from '@rostrum/client/text/messages'
import { Messages } from '@rostrum/client/text/messages'
import type { TurnView } from '@rostrum/shared/projection/floor/parts'
import type { View } from '@rostrum/shared/projection/registry'
import { expect, test } from 'vitest'

const catalog = new Messages('en', english, 'ltr')
const t = ((key: never, values: never) => catalog.text(key, values).replace(/[\u2066-\u2069]/g, '')) as Speak

type Seen = Parameters<typeof nextStep>[1]

const speaker = { entity: 'Library federation', number: 7, group: null, channel: 'room' }
const turn = (changed: object): TurnView =>
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

const seen = (changed: { phase?: string; current?: TurnView; interrupted?: TurnView; waiting?: boolean; standing?: string }): Seen =>
  ({
    session: { phase: changed.phase ?? 'open', startsAt: Date.UTC(2026, 0, 1, 10, 30), timeZone: 'UTC' } as unknown as View['session'],
    floor: { current: changed.current ?? null, interrupted: changed.interrupted ?? null } as unknown as View['floor'],
    entries: changed.waiting ? { first: { entity: 'University research centre', channel: 'remote', ready: true } } : {},
    list: { next: changed.waiting ? 'first' : null, standing: { kind: changed.standing ?? 'open' } } as unknown as View['list'],
  }) as unknown as Seen

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
    { current: true, standing: 'closed' },
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
  const step = nextStep(t, seen({ ...rest, ...(current ? { current: turn(changed) } : {}) }))
  expect(step.verb).toBe(verb)
  expect(step.object).toBe(object)
  expect(step.command?.type).toBe(type)
})

test('nothing can be pressed while nobody waits, and the button says why', () => {
  const step = nextStep(t, seen({ standing: 'closed' }))
  expect(step).toMatchObject({ command: null, object: 'Nobody is waiting, the list is closed' })
  expect(nextStep(t, seen({ phase: 'closed' }))).toMatchObject({
    verb: 'Open the record',
    object: 'Session closed',
    command: null,
    over: true,
  })
})

test('a call says who is seen on the floor and who is seen first', () => {
  expect(nextStep(t, seen({ waiting: true, current: turn({}) })).command).toEqual({
    type: 'floor.call',
    data: { entry: 'first', expectedCurrent: 'turn', expectedNext: 'first' },
  })
})

test('after a point of order the interrupted turn resumes with the time it had, unless the Chair had paused it', () => {
  const point = turn({ id: 'point', kind: 'point-of-order' })
  const paused = (cause: string) => turn({ used: 60_000, runningSince: null, paused: { at: 60_000, cause } })
  expect(nextStep(t, seen({ current: point, interrupted: paused('point-of-order') })).object).toBe(
    'then Library federation resumes at 2:00',
  )
  expect(nextStep(t, seen({ current: point, interrupted: paused('chair') })).object).toBeUndefined()
})
