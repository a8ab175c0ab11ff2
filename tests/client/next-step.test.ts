/** The one next action in each state of the floor. Its command carries what the sender sees. */
import { getNextSteps } from '@rostrum/client/features/floor/staff/next-step'
import type { Translate } from '@rostrum/client/text/messages'
import type { TurnView } from '@rostrum/shared/projection/floor/parts'
import type { View } from '@rostrum/shared/projection/registry'
import { expect, test } from 'vitest'
import { makeMessages } from '../support/catalogues.ts'

const catalogue = makeMessages('en')
const t = ((key: never, values: never) => catalogue.format(key, values).replace(/[\u2066-\u2069]/g, '')) as Translate

type NextStepInput = Parameters<typeof getNextSteps>[1]
const getNextStep = (...given: Parameters<typeof getNextSteps>) => getNextSteps(...given).main

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
  segment?: string
  point?: object
  heard?: boolean
  panel?: number
  lastWord?: boolean
  stillWaiting?: number
  points?: number
  intention?: object
}): NextStepInput =>
  ({
    session: { phase: changed.phase ?? 'open', startsAt: Date.UTC(2026, 0, 1, 10, 30), timeZone: 'UTC' } as unknown as View['session'],
    floor: { current: changed.current ?? null, interrupted: changed.interrupted ?? null } as unknown as View['floor'],
    entries: {
      ...(changed.waiting ? { first: { kind: 'intervention', entity: 'University research centre', channel: 'remote', ready: true } } : {}),
      ...(changed.point
        ? { point: { kind: 'point-of-order', entity: 'Permanent mission', channel: 'room', staff: { held: true }, ...changed.point } }
        : {}),
    },
    queue: {
      next: changed.waiting ? 'first' : null,
      status: { kind: changed.status ?? 'open', ...(changed.lastWord ? { lastWord: true } : {}) },
      waiting: { room: changed.stillWaiting ?? 0, remote: 0 },
    } as unknown as View['queue'],
    plan: ['opening', 'topic', 'closing'].map((kind) => ({ id: kind, kind, title: kind, startsAt: Date.UTC(2026, 0, 1, 11) })),
    progress: { current: changed.segment ?? 'topic' },
    presence: { room: 112, remote: 86 },
    pointsOfOrder: [...(changed.point ? ['point'] : []), ...Array.from({ length: changed.points ?? 0 }, (_, index) => `more-${index}`)],
    intention: changed.intention ?? null,
    panellists: Array.from({ length: changed.panel ?? 0 }, () => ({})),
    pastTurns: changed.heard ? { past: { segment: changed.segment ?? 'topic' } } : {},
  }) as unknown as NextStepInput

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
    'The clock continues from where it stopped',
    'session.resume',
  ],
  ['a point of order', { kind: 'point-of-order' }, { waiting: true, current: true }, 'End point of order', undefined, 'floor.end'],
])('with %s', (_, changed, state, verb, object, type) => {
  const { current, ...rest } = { current: Object.keys(changed).length > 0, ...state } as { current?: boolean }
  const step = getNextStep(t, makeInput({ ...rest, ...(current ? { current: makeTurn(changed) } : {}) }))
  expect(step.verb).toBe(verb)
  expect(step.object).toBe(object)
  expect(step.command?.type).toBe(type)
})

test('[A15] a suspended session is resumed, and the button shows who keeps the floor', () => {
  const current = makeTurn({ used: 72_000, runningSince: null, paused: { at: 72_000, cause: 'suspension' } })
  expect(getNextStep(t, makeInput({ phase: 'suspended', current })).object).toBe('Library federation keeps the floor, 1:48 left')
})

test('in a closed session only the record is left', () => {
  const step = getNextStep(t, makeInput({ phase: 'closed' }))
  expect(step).toMatchObject({ verb: 'Open the record', object: 'Meeting closed', over: true })
  expect(step.command).toBeUndefined()
})

const listVerbs = (input: Parameters<typeof makeInput>[0], known: Parameters<typeof getNextSteps>[2] = {}) => {
  const { main, others } = getNextSteps(t, makeInput(input), known)
  return [main, ...others].map(({ verb }) => verb)
}
const openList = 'Open the list of speakers'
const panel = 'Give the floor to the panel'
const anybody = 'Give the floor to any participant'

test.each([
  ['the opening, the list closed', { segment: 'opening', status: 'closed', panel: 4 }, [openList, 'Go to 1 topic', panel, anybody]],
  ['the opening, the list open', { segment: 'opening' }, ['Go to 1 topic', anybody]],
  ['a new topic', { status: 'closed' }, [openList, 'Go to closing', anybody]],
  ['a new topic, the list open', { panel: 1 }, [panel, anybody, 'Go to closing']],
  ['a topic on which somebody was heard', { heard: true, panel: 1 }, ['Go to closing', panel, anybody]],
  ['a topic that is over, the list closed', { heard: true, status: 'closed' }, ['Go to closing', openList, anybody]],
  ['a topic, the last word given', { status: 'closed', lastWord: true }, ['Go to closing', openList, anybody]],
  ['the closing', { segment: 'closing', status: 'closed' }, ['Close the meeting', openList, anybody]],
])('[A15] if nobody is waiting the button offers the likeliest act, and the others follow: %s', (_, input, verbs) => {
  expect(listVerbs(input)).toEqual(verbs)
})

test('[A15] the button that opens the list shows how many people can then ask', () => {
  expect(getNextStep(t, makeInput({ status: 'closed' })).object).toBe('112 in the room, 86 remote')
})

test.each([
  ['somebody waits', { waiting: true }, ['End and call next', 'End only', 'End and go to closing', anybody], {}],
  [
    'the time of the topic is over',
    { waiting: true },
    ['End and call next', 'End and go to closing', 'End only', anybody],
    { topicOver: true },
  ],
  ['nobody waits', {}, ['End the turn', 'End and go to closing', anybody], {}],
  ['nobody waits in the closing', { segment: 'closing' }, ['End the turn', 'End and close the meeting', anybody], {}],
])('[A15] while somebody speaks the chair can also go on: %s', (_, input, verbs, known) => {
  expect(listVerbs({ ...input, current: makeTurn({}) }, known)).toEqual(verbs)
})

test('[A15] after the last word the button ends the turn and shows who is still waiting', () => {
  const step = getNextStep(t, makeInput({ current: makeTurn({}), status: 'closed', lastWord: true, stillWaiting: 14 }))
  expect([step.verb, step.object]).toEqual(['End the turn', 'Last speaker called; 14 people are still waiting'])
})

test.each([
  ['nobody has the floor', undefined, ['Recognize the point of order', 'Call next'], { expectedCurrent: null }],
  ['somebody is called', makeTurn({ startedAt: null }), ['Recognize the point of order', 'Start the clock'], { expectedCurrent: 'turn' }],
  [
    'somebody speaks',
    makeTurn({}),
    ['End turn, recognize point of order', 'End and call next'],
    { expectedCurrent: 'turn', endsCurrent: true },
  ],
] as const)('[F36] while a point of order waits it is the next action, before the list: %s', (_, current, verbs, expected) => {
  const input = makeInput({ waiting: true, point: {}, ...(current ? { current } : {}) })
  expect(listVerbs({ waiting: true, point: {}, ...(current ? { current } : {}) }).slice(0, 2)).toEqual(verbs)
  const step = getNextStep(t, input)
  expect(step.object).toBe('Permanent mission, in the room')
  expect(step.command).toEqual({ type: 'floor.recognize', data: { entry: 'point', ...expected } })
})

test('[F36] while a point of order has the floor the button shows how many more are waiting', () => {
  const step = getNextStep(t, makeInput({ current: makeTurn({ kind: 'point-of-order' }), points: 2 }))
  expect([step.verb, step.object]).toEqual(['End point of order', 'then 2 more points of order'])
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

test('after a point of order the interrupted turn resumes with its remaining time, unless the Chair had paused it', () => {
  const point = makeTurn({ id: 'point', kind: 'point-of-order' })
  const makePausedTurn = (cause: string) => makeTurn({ used: 60_000, runningSince: null, paused: { at: 60_000, cause } })
  expect(getNextStep(t, makeInput({ current: point, interrupted: makePausedTurn('point-of-order') })).object).toBe(
    'then Library federation resumes, 2:00 left',
  )
  expect(getNextStep(t, makeInput({ current: point, interrupted: makePausedTurn('chair') })).object).toBeUndefined()
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
