/** The one next action in each state of the floor. Its command carries what the sender sees. */
import { getNextSteps } from '@rostrum/client/features/floor/staff/next-step'
import { expect, test } from 'vitest'
import { getNextStep, listVerbs, makeInput, makeTurn, t } from '../support/next-steps.ts'

test.each([
  ['a planned session', {}, { phase: 'planned' }, 'Open the meeting', 'Planned for 10:30', 'session.open'],
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
    'Nobody is waiting; the list is closed',
    'floor.end',
  ],
  [
    'an answer',
    { kind: 'answer', speaker: null },
    { waiting: true, current: true },
    'Mark answered, call next',
    'University research centre, remote, ready',
    'floor.call',
  ],
  [
    'a break',
    {},
    { phase: 'suspended', waiting: true },
    'Resume the meeting',
    'No clock starts. You have the floor first.',
    'session.resume',
  ],
  ['a point of order', { kind: 'point-of-order' }, { waiting: true, current: true }, 'End point of order', 'then your ruling', 'floor.end'],
  [
    'a question to be read',
    { kind: 'answer', speaker: null, question: 'q', startedAt: null },
    { waiting: true, current: true },
    'Start the clock',
    'When you have read the question',
    'floor.start',
  ],
  [
    'a paused speaker',
    { runningSince: null, paused: { at: 1, cause: 'chair' } },
    { waiting: true, current: true },
    'Resume',
    'Library federation. The clock goes on.',
    'floor.resume',
  ],
  [
    'a speaker after a break',
    { runningSince: null, paused: { at: 1, cause: 'suspension' } },
    { waiting: true, current: true },
    'Continue',
    'Library federation. The clock goes on.',
    'floor.resume',
  ],
  [
    'a point of order that was paused',
    { kind: 'point-of-order', runningSince: null, paused: { at: 1, cause: 'chair' } },
    { waiting: true, current: true },
    'Resume',
    'Library federation. The clock goes on.',
    'floor.resume',
  ],
])('[F54] with %s', (_, changed, state, verb, object, type) => {
  const { current, ...rest } = { current: Object.keys(changed).length > 0, ...state } as { current?: boolean }
  const step = getNextStep(t, makeInput({ ...rest, ...(current ? { current: makeTurn(changed) } : {}) }))
  expect(step.verb).toBe(verb)
  expect(step.object).toBe(object)
  expect(step.command?.type).toBe(type)
})

test('in a closed session only the record is left', () => {
  const step = getNextStep(t, makeInput({ phase: 'closed' }))
  expect(step).toMatchObject({ verb: 'Open the record', object: 'Meeting closed', over: true })
  expect(step.command).toBeUndefined()
})

const paused = { runningSince: null, paused: { at: 60_000, cause: 'chair' } }

test.each([
  ['nobody has the floor', undefined, ['Recognize the point of order', 'Call next'], null],
  ['somebody is called', makeTurn({ startedAt: null, runningSince: null }), ['Recognize the point of order', 'Start the clock'], 'turn'],
  ['somebody speaks', makeTurn({}), ['Recognize, pause the clock', 'End and call next'], 'turn'],
  ['somebody is paused', makeTurn(paused), ['Recognize the point of order', 'Resume'], 'turn'],
] as const)('[F36] while a point of order waits it is the next action, and ends nothing: %s', (_, current, verbs, expectedCurrent) => {
  const input = { waiting: true, point: {}, ...(current ? { current } : {}) }
  expect(listVerbs(input).slice(0, 2)).toEqual(verbs)
  const step = getNextStep(t, makeInput(input))
  expect(step.object).toBe('Permanent mission, in the room')
  expect(step.command).toEqual({ type: 'floor.recognize', data: { entry: 'point', expectedCurrent } })
})

test('[F36, F52] of several points the first is named with its number, the same as in the alert', () => {
  expect(getNextStep(t, makeInput({ point: {}, points: 1, current: makeTurn({}) })).object).toBe(
    'Point of order 1: Permanent mission, in the room',
  )
})

test('[F36] a point that was put off until after the speaker is not the next action, and comes before the next speaker', () => {
  const putOff = { intention: { turn: 'turn', points: ['point'], move: null } }
  for (const state of [{ point: {}, ...putOff }, { point: { staff: { held: true } } }]) {
    const input = { waiting: true, current: makeTurn({}), ...state }
    const step = getNextStep(t, makeInput(input))
    expect([step.verb, step.object]).toEqual(['End the turn', 'then the point of order: Permanent mission'])
    expect(listVerbs(input)).not.toContain('End and call next')
    expect(listVerbs({ ...input, current: undefined as never })[0]).toBe('Recognize the point of order')
  }
})

test('[F96] while a point of order has the floor the button shows who waits for the ruling, and how many more are waiting', () => {
  const point = makeTurn({ id: 'point', kind: 'point-of-order' })
  const step = getNextStep(t, makeInput({ current: point, points: 2 }))
  expect([step.verb, step.object]).toEqual(['End point of order', 'then your ruling, and 2 more points of order after that'])
  const interrupted = makeTurn({ runningSince: null, paused: { at: 60_000, cause: 'point-of-order' } })
  expect(getNextStep(t, makeInput({ current: point, interrupted })).object).toBe('then your ruling; Library federation waits')
  expect(getNextStep(t, makeInput({ current: point, interrupted, points: 1 })).object).toBe(
    'then your ruling; Library federation waits, and 1 more point of order after that',
  )
})

test('[F50, F54, F95] after the point the Chair rules, then takes a second point, or the speaker continues, or the turn ends', () => {
  const interrupted = makeTurn({ used: 60_000, runningSince: null, paused: { at: 60_000, cause: 'point-of-order' } })
  const step = getNextStep(t, makeInput({ waiting: true, interrupted }))
  expect([step.verb, step.object]).toEqual(['Continue', 'Library federation. The clock goes on.'])
  expect(step.command).toEqual({ type: 'floor.resume', data: { turn: 'turn' } })
  expect(listVerbs({ waiting: true, interrupted })).toEqual(['Continue', 'End the turn'])
  expect(listVerbs({ waiting: true, interrupted, point: {} })).toEqual(['Recognize the point of order', 'Continue', 'End the turn'])
})

test('[A15] the act chosen for the end of the turn is the next action, during the turn and right after it', () => {
  const go = { intention: { turn: 'turn', points: [], move: { kind: 'go', to: 'closing' } } }
  const speaking = getNextStep(t, makeInput({ waiting: true, current: makeTurn({}), ...go }))
  expect([speaking.verb, speaking.object]).toEqual(['End and go to closing', 'As you chose: after this speaker'])
  expect(speaking.command).toEqual({ type: 'agenda.go', data: { to: 'closing', expectedCurrent: 'topic', endsTurn: 'turn' } })
  expect(getNextStep(t, makeInput({ waiting: true, heard: true, ...go })).command).toEqual({
    type: 'agenda.go',
    data: { to: 'closing', expectedCurrent: 'topic' },
  })
  const close = { intention: { turn: 'turn', points: [], move: { kind: 'close' } } }
  expect(listVerbs({ waiting: true, current: makeTurn({}), ...close })[0]).toBe('End and close the meeting')
  expect(listVerbs({ waiting: true, heard: true, ...close })[0]).toBe('Close the meeting')
  expect(listVerbs({ waiting: true, current: makeTurn({ id: 'other' }), ...close })[0]).toBe('End and call next')
})

test('a call contains who the sender sees on the floor and who is first', () => {
  expect(getNextStep(t, makeInput({ waiting: true, current: makeTurn({}) })).command).toEqual({
    type: 'floor.call',
    data: { entry: 'first', expectedCurrent: 'turn', expectedNext: 'first' },
  })
})

test.each([
  ['could not speak at the last call', { ready: false, staff: { person: 'device', declined: true } }, {}],
  ['absent at the last call', { ready: false, missedCalls: 1 }, {}],
  ['device not connected', { staff: { person: 'device' } }, { away: true }],
  ['ready', { missedCalls: 1, staff: { person: 'device', declined: true } }, {}],
])('[F56] the next speaker is named with what the Chair must know before the call: %s', (words, next, changed) => {
  expect(getNextStep(t, makeInput({ waiting: true, next, ...changed })).object).toBe(`University research centre, remote, ${words}`)
})

test('[F42] a remote next speaker with a device is named together with whether they are ready', () => {
  const makeNext = (changed: object) => {
    const input = makeInput({ waiting: true })
    const row = { kind: 'intervention', entity: 'University research centre', channel: 'remote', ready: false, hasDevice: true, ...changed }
    return getNextStep(t, { ...input, entries: { first: row } as never }).object
  }
  expect(makeNext({})).toBe('University research centre, remote, not ready yet')
  expect(makeNext({ ready: true })).toBe('University research centre, remote, ready')
  expect(makeNext({ hasDevice: false })).toBe('University research centre, remote')
  expect(makeNext({ channel: 'room' })).toBe('University research centre, in the room')
})

test('[S15] on a day other than the planned one the opening asks first', () => {
  const view = makeInput({ phase: 'planned' })
  expect(getNextSteps(t, view, { itsDay: false }).main).toMatchObject({ id: 'open', opens: { kind: 'open' } })
  expect(getNextSteps(t, view, { itsDay: false }).main.command).toBeUndefined()
  expect(getNextSteps(t, view, { itsDay: true }).main.command).toEqual({ type: 'session.open', data: {} })
})

test('[S16] if a rehearsal would be deleted, the opening asks first even on its day', () => {
  const view = makeInput({ phase: 'planned' })
  expect(getNextSteps(t, view, { itsDay: true, hasRehearsal: true }).main).toMatchObject({ id: 'open', opens: { kind: 'open' } })
  expect(getNextSteps(t, view, { itsDay: true, hasRehearsal: false }).main.command).toEqual({ type: 'session.open', data: {} })
})

test('[S18] the closed page of a rehearsal leads to the record of the rehearsal', () => {
  const closed = makeInput({ phase: 'closed' })
  const rehearsed = { ...closed, session: { ...closed.session, rehearsal: true } }
  expect([closed, rehearsed].map((view) => getNextSteps(t, view).main.verb)).toEqual(['Open the record', 'Record of the rehearsal'])
})
