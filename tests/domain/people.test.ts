import type { GroupId, PersonId, StepId } from '@rostrum/shared/contract/ids'
import { systemActor } from '@rostrum/shared/contract/roles'
import { decide, evolveAll } from '@rostrum/shared/domain/decider'
import { reinstatePerson, renewPersonLink } from '@rostrum/shared/domain/people/decide'
import { admitPeople, changeOwnChannel, registerPeople } from '@rostrum/shared/domain/people/register'
import { describe, expect, test } from 'vitest'
import { allPeople, createState, getEvents, getPerson, noon, plan } from '../support/fixtures.ts'
import {
  call,
  command,
  decideCommand,
  given,
  join,
  queueOpen,
  raisePoint,
  replay,
  toCommandId,
  toEntryId,
  toTurnId,
} from '../support/given.ts'

const [newcomer] = allPeople.filter(({ person }) => person === 'guest-1').map((one) => ({ ...one, person: 'guest-2' as PersonId }))
if (!newcomer) throw new Error('the fixtures name nobody')

test('[P1] participants and panellists are numbered when they are admitted, others are not', () => {
  const state = createState()
  expect(['panel', 'gov-1', 'gov-1b', 'guest-1'].map((id) => getPerson(state, id).number)).toEqual([1, 2, 3, 9])
  expect(['chair', 'desk', 'screen'].map((id) => getPerson(state, id).number)).toEqual([0, 0, 0])
})

test('[P1] a person is not admitted twice, not even in one list', () => {
  const state = createState()
  expect(admitPeople(state, allPeople)).toEqual({ ok: true, events: [] })
  expect(admitPeople(state, [...allPeople, newcomer, newcomer])).toEqual({
    ok: true,
    events: [{ type: 'people.admitted', data: { people: [newcomer] } }],
  })
})

test('[P2] nobody is admitted with a group that the session does not have', () => {
  expect(admitPeople(createState(), [newcomer, { ...newcomer, group: 'press' as GroupId }])).toEqual({ ok: false, reason: 'no-such-group' })
})

test('[P29] a person changes their own channel until the close; officers and strangers do not', () => {
  const state = createState()
  const { entity, group } = getPerson(state, 'gov-1')
  const change = (id: string, channel: 'room' | 'remote', of = state) => changeOwnChannel(of, id as PersonId, channel)
  const other = getPerson(state, 'gov-1').channel === 'room' ? 'remote' : 'room'
  expect(change('gov-1', other)).toEqual({
    ok: true,
    events: [{ type: 'people.changed', data: { people: [{ person: 'gov-1', entity, group, channel: other }] } }],
  })
  expect(change('gov-1', getPerson(state, 'gov-1').channel)).toEqual({ ok: true, events: [] })
  for (const id of ['chair', 'desk', 'screen', 'nobody', 'constructor'])
    expect(change(id, 'remote')).toEqual({ ok: false, reason: 'forbidden' })
  const revoked = replay([command('chair', 'people.revoke', { person: 'gov-1' as PersonId })])
  expect(change('gov-1', other, revoked)).toEqual({ ok: false, reason: 'forbidden' })
  const closed = replay([...queueOpen, command('chair', 'session.close', {})])
  expect(change('gov-1', other, closed)).toEqual({ ok: false, reason: 'session-closed' })
})

test('[P10] [P29] a request that waits keeps the channel from which it was made', () => {
  const state = replay([...queueOpen, join('gov-1')])
  const { channel } = getPerson(state, 'gov-1')
  const decision = changeOwnChannel(state, 'gov-1' as PersonId, channel === 'room' ? 'remote' : 'room')
  const after = decision.ok ? evolveAll(state, decision.events, noon) : state
  expect(getPerson(after, 'gov-1').channel).not.toBe(channel)
  expect(after.queue.entries.get(toEntryId('gov-1'))?.speaker.channel).toBe(channel)
})

test('[P3] a person whose access is revoked loses position and point of order', () => {
  const state = given([...queueOpen, join('gov-1'), raisePoint('gov-1'), join('civil-1')])
    .when('people.revoke', { person: 'gov-1' as PersonId }, 'desk')
    .then([
      { type: 'people.revoked', data: { person: 'gov-1' } },
      { type: 'queue.left', data: { entry: toEntryId('gov-1'), cause: 'removed', reason: 'other' } },
      { type: 'queue.left', data: { entry: toEntryId('gov-1-point'), cause: 'removed', reason: 'other' } },
    ])
  expect(state.queue.order.map(({ entry }) => entry)).toEqual([toEntryId('civil-1')])
})

test('[P3] a person whose access is revoked, or who was never admitted, can do nothing', () => {
  const revoked = [...queueOpen, command('chair', 'people.revoke', { person: 'gov-1' as PersonId })]
  given(revoked).when('queue.join', { kind: 'intervention', topic: null }, 'gov-1').thenRefused('person-revoked')
  given(queueOpen).when('queue.join', { kind: 'intervention', topic: null }, 'nobody').thenRefused('person-revoked')
})

test('[P3] revoking twice does nothing; revoking an unknown person is refused', () => {
  given([command('chair', 'people.revoke', { person: 'gov-1' as PersonId })])
    .when('people.revoke', { person: 'gov-1' as PersonId }, 'desk')
    .thenNothing()
  given([])
    .when('people.revoke', { person: 'nobody' as PersonId }, 'desk')
    .thenRefused('no-such-person')
})

test('[P3] only the Chair can end the turn of a revoked person', () => {
  const state = replay([...queueOpen, join('gov-1'), call('gov-1'), command('chair', 'people.revoke', { person: 'gov-1' as PersonId })])
  expect(state.floor.current?.entry?.id).toBe(toEntryId('gov-1'))
})

describe('[P3] a person whose access ended after the call does not return to the list', () => {
  const revoke = (who: string) => command('desk', 'people.revoke', { person: who as PersonId })
  const left = (who: string) => ({ type: 'queue.left', data: { entry: toEntryId(who), cause: 'removed', reason: 'other' } }) as const
  const called = [...queueOpen, join('gov-1'), join('civil-1'), call('gov-1')]

  test('by their absence', () => {
    const absent = command('desk', 'floor.mark-absent', { turn: toTurnId('turn-gov-1') })
    expect(replay([...called, revoke('gov-1'), absent]).queue.order.map(({ entry }) => entry)).toEqual([toEntryId('civil-1')])
  })

  test('because another is called', () => {
    const state = given([...called, revoke('gov-1')])
      .when(
        'floor.call',
        { entry: toEntryId('civil-1'), expectedCurrent: toTurnId('turn-gov-1'), expectedNext: toEntryId('civil-1') },
        'chair',
      )
      .thenState()
    expect([state.floor.current?.entry?.id, state.queue.order]).toEqual([toEntryId('civil-1'), []])
  })

  test('by an undo, which records that they left', () => {
    const undo = command('chair', 'steps.undo', { step: toTurnId('turn-gov-1') as string as StepId })
    const state = replay([...called, revoke('gov-1')])
    const decision = decideCommand(state, undo, noon)
    expect(getEvents(decision)).toContainEqual(left('gov-1'))
    expect(evolveAll(state, getEvents(decision), noon).queue.order.map(({ entry }) => entry)).toEqual([toEntryId('civil-1')])
  })

  test('in the joint statement of another', () => {
    const merged = command('desk', 'queue.merge', { into: toEntryId('gov-1'), entry: toEntryId('civil-1') })
    const absent = command('desk', 'floor.mark-absent', { turn: toTurnId('turn-gov-1') })
    const state = replay([...queueOpen, join('gov-1'), join('civil-1'), merged, call('gov-1'), revoke('civil-1'), absent])
    expect(state.queue.entries.get(toEntryId('gov-1'))?.onBehalfOf).toEqual([])
    expect(state.queue.joint).toEqual({})
  })
})

test('[P5] permission is read from the session at the moment of the command', () => {
  const before = createState(
    plan,
    allPeople.filter(({ role }) => role !== 'chair'),
  )
  const tryOpen = (state: typeof before) =>
    decide(state, { type: 'session.open', data: {} }, { actor: { person: 'chair' as PersonId }, at: noon, id: toCommandId('opens') })
  expect(tryOpen(before)).toEqual({ ok: false, reason: 'person-revoked' })
  expect(tryOpen(evolveAll(before, getEvents(admitPeople(before, allPeople)), noon))).toMatchObject({ ok: true })
})

const gov1 = {
  person: 'gov-1' as PersonId,
  role: 'participant',
  entity: 'Another',
  group: 'civil' as GroupId,
  channel: 'remote',
} as const

test('[P10] a changed person has the new values from then on; earlier requests keep what they had', () => {
  const before = replay([...queueOpen, join('gov-1')])
  const decision = registerPeople(before, { person: 'desk' as PersonId }, [gov1, newcomer])
  const { role: _, ...change } = gov1
  expect(decision).toEqual({
    ok: true,
    events: [
      { type: 'people.admitted', data: { people: [newcomer] } },
      { type: 'people.changed', data: { people: [change] } },
    ],
  })
  const after = evolveAll(before, getEvents(decision), noon)
  expect(getPerson(after, 'gov-1')).toEqual({ ...getPerson(before, 'gov-1'), entity: 'Another', group: 'civil', channel: 'remote' })
  expect(after.queue).toBe(before.queue)
  expect(registerPeople(after, systemActor, [gov1, newcomer])).toEqual({ ok: true, events: [] })
})

test('[P10] a list changes no revoked person and no officer, and changes nothing if a group does not exist', () => {
  const state = replay([command('chair', 'people.revoke', { person: 'gov-1' as PersonId })])
  const chair = { ...gov1, person: 'chair' as PersonId }
  expect(registerPeople(state, systemActor, [gov1, chair])).toEqual({ ok: true, events: [] })
  expect(registerPeople(state, systemActor, [newcomer, { ...gov1, group: 'press' as GroupId }])).toEqual({
    ok: false,
    reason: 'no-such-group',
  })
})

test('[P11] the roster is managed by the organizer, and by chair and secretariat as the session has them at that moment', () => {
  const state = replay([{ type: 'people.revoked', data: { person: 'desk' as PersonId } }])
  const allowed = ['chair', 'system'].map((who) => ({ person: who as PersonId }))
  const refused = ['desk', 'panel', 'gov-1', 'screen', 'nobody'].map((who) => ({ person: who as PersonId }))
  for (const actor of allowed) expect(registerPeople(state, actor, [gov1]), actor.person).toMatchObject({ ok: true })
  for (const actor of allowed) expect(renewPersonLink(state, actor, gov1.person), actor.person).toMatchObject({ ok: true })
  for (const actor of refused) expect(registerPeople(state, actor, [gov1]), actor.person).toEqual({ ok: false, reason: 'forbidden' })
  for (const actor of refused) expect(renewPersonLink(state, actor, gov1.person), actor.person).toEqual({ ok: false, reason: 'forbidden' })
})

test('[P118] officers end the access of those who may speak; that of officers, booths and room screens is the organizer’s', () => {
  const state = replay([...queueOpen])
  const revoke = (by: string, person: string) => decideCommand(state, command(by, 'people.revoke', { person: person as PersonId }), noon)
  for (const by of ['chair', 'desk']) {
    for (const officer of ['chair', 'desk', 'screen']) expect(revoke(by, officer)).toEqual({ ok: false, reason: 'forbidden' })
    for (const speaker of ['panel', 'gov-1']) expect(revoke(by, speaker)).toMatchObject({ ok: true })
  }
  for (const person of ['chair', 'desk', 'screen', 'gov-1']) expect(revoke('system', person)).toMatchObject({ ok: true })
})

test('[P3] the organizer can revoke access as the secretariat can', () => {
  const state = replay([...queueOpen, join('gov-1')])
  const revoke = (by: string) => decideCommand(state, command(by, 'people.revoke', { person: 'gov-1' as PersonId }), noon)
  expect(revoke('system')).toEqual(revoke('desk'))
})

test('[P12] a renewed link is counted for a person who exists', () => {
  const state = createState()
  expect(renewPersonLink(state, systemActor, 'nobody' as PersonId)).toEqual({ ok: false, reason: 'no-such-person' })
  const after = evolveAll(state, getEvents(renewPersonLink(state, systemActor, 'gov-1' as PersonId)), noon)
  expect(getPerson(after, 'gov-1')).toEqual({ ...getPerson(state, 'gov-1'), linkRenewals: 1 })
})

test('[P48] access that had ended is restored, and what was removed with it stays removed', () => {
  const revoked = replay([...queueOpen, join('gov-1'), command('chair', 'people.revoke', { person: 'gov-1' as PersonId })])
  const reinstate = (state: typeof revoked, person: string, actor = systemActor) => reinstatePerson(state, actor, person as PersonId)
  const decision = reinstate(revoked, 'gov-1')
  expect(decision).toEqual({
    ok: true,
    events: ['people.link-renewed', 'people.reinstated'].map((type) => ({ type, data: { person: 'gov-1' } })),
  })
  const back = evolveAll(revoked, decision.ok ? decision.events : [], noon)
  expect([getPerson(back, 'gov-1').revoked, back.queue.order]).toEqual([false, []])
  expect(reinstate(back, 'gov-1')).toEqual({ ok: true, events: [] })
  expect(reinstate(revoked, 'nobody')).toEqual({ ok: false, reason: 'no-such-person' })
  expect(reinstate(revoked, 'gov-1', { person: 'gov-2' as PersonId } as never)).toEqual({ ok: false, reason: 'forbidden' })
  expect(reinstate(replay([command('chair', 'session.close', {})], revoked), 'gov-1')).toEqual({ ok: false, reason: 'session-closed' })
})
