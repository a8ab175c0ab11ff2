import type { GroupId, PersonId } from '@rostrum/shared/contract/ids'
import { system } from '@rostrum/shared/contract/roles'
import { decide, evolveAll } from '@rostrum/shared/domain/decider'
import { admit, enrol, relink, revoke } from '@rostrum/shared/domain/people/register'
import { expect, test } from 'vitest'
import { eventsOf, everybody, founded, noon, personIn, plan } from '../support/fixtures.ts'
import { calls, commandOf, entryOf, given, joins, listOpen, raises, said, stateAfter } from '../support/given.ts'

const [newcomer] = everybody.slice(-1).map((one) => ({ ...one, person: 'guest-2' as PersonId }))
if (!newcomer) throw new Error('the fixtures name nobody')

test('[P1] participants and panellists are numbered as they are admitted, others are not', () => {
  const state = founded()
  expect(['panel', 'gov-1', 'gov-1b', 'guest-1'].map((id) => personIn(state, id).number)).toEqual([1, 2, 3, 9])
  expect(['chair', 'desk', 'screen'].map((id) => personIn(state, id).number)).toEqual([0, 0, 0])
})

test('[P1] whoever is admitted already is not admitted again, nor twice in one list', () => {
  const state = founded()
  expect(admit(state, everybody)).toEqual({ ok: true, events: [] })
  expect(admit(state, [...everybody, newcomer, newcomer])).toEqual({
    ok: true,
    events: [{ type: 'people.admitted', data: { people: [newcomer] } }],
  })
})

test('[P2] nobody is admitted with a group that the session does not have', () => {
  expect(admit(founded(), [newcomer, { ...newcomer, group: 'press' as GroupId }])).toEqual({ ok: false, why: 'no-such-group' })
})

test('[P3] whoever is revoked loses place and point of order', () => {
  const state = given([...listOpen, joins('gov-1'), raises('gov-1'), joins('civil-1')])
    .when('people.revoke', { person: 'gov-1' as PersonId }, 'desk')
    .then([
      { type: 'people.revoked', data: { person: 'gov-1' } },
      { type: 'queue.left', data: { entry: entryOf('gov-1'), leaving: 'removed', reason: 'other' } },
      { type: 'queue.left', data: { entry: entryOf('gov-1-point'), leaving: 'removed', reason: 'other' } },
    ])
  expect(state.queue.line.map(({ entry }) => entry)).toEqual([entryOf('civil-1')])
})

test('[P3] whoever is revoked, or was never admitted, does nothing more', () => {
  const revoked = [...listOpen, said('chair', 'people.revoke', { person: 'gov-1' as PersonId })]
  given(revoked).when('queue.join', { kind: 'intervention', topic: null }, 'gov-1').thenRefused('person-revoked')
  given(listOpen).when('queue.join', { kind: 'intervention', topic: null }, 'nobody').thenRefused('person-revoked')
})

test('[P3] revoking twice does nothing; revoking nobody is refused', () => {
  given([said('chair', 'people.revoke', { person: 'gov-1' as PersonId })])
    .when('people.revoke', { person: 'gov-1' as PersonId }, 'desk')
    .thenNothing()
  given([])
    .when('people.revoke', { person: 'nobody' as PersonId }, 'desk')
    .thenRefused('no-such-person')
})

test('[P3] the turn of somebody who is revoked ends only by the Chair', () => {
  const state = stateAfter([...listOpen, joins('gov-1'), calls('gov-1'), said('chair', 'people.revoke', { person: 'gov-1' as PersonId })])
  expect(state.floor.current?.entry?.id).toBe(entryOf('gov-1'))
})

test('[P5] the right is read from the session, at the moment at which it is used', () => {
  const before = founded(
    plan,
    everybody.filter(({ role }) => role !== 'chair'),
  )
  const opens = (state: typeof before) =>
    decide(state, { type: 'session.open', data: {} }, { actor: { person: 'chair' as PersonId }, at: noon, id: commandOf('opens') })
  expect(opens(before)).toEqual({ ok: false, why: 'person-revoked' })
  expect(opens(evolveAll(before, eventsOf(admit(before, everybody)), noon))).toMatchObject({ ok: true })
})

const gov1 = {
  person: 'gov-1' as PersonId,
  role: 'participant',
  entity: 'Another',
  group: 'civil' as GroupId,
  channel: 'remote',
} as const

test('[P10] whoever is known and said differently stands for what is said now; what they asked before keeps what it had', () => {
  const before = stateAfter([...listOpen, joins('gov-1')])
  const decision = enrol(before, { person: 'desk' as PersonId }, [gov1, newcomer])
  const { role: _, ...change } = gov1
  expect(decision).toEqual({
    ok: true,
    events: [
      { type: 'people.admitted', data: { people: [newcomer] } },
      { type: 'people.changed', data: { people: [change] } },
    ],
  })
  const after = evolveAll(before, eventsOf(decision), noon)
  expect(personIn(after, 'gov-1')).toEqual({ ...personIn(before, 'gov-1'), entity: 'Another', group: 'civil', channel: 'remote' })
  expect(after.queue).toBe(before.queue)
  expect(enrol(after, system, [gov1, newcomer])).toEqual({ ok: true, events: [] })
})

test('[P10] a list changes nobody who was revoked, no office, and nothing where a group is not there', () => {
  const state = stateAfter([said('chair', 'people.revoke', { person: 'gov-1' as PersonId })])
  const chair = { ...gov1, person: 'chair' as PersonId }
  expect(enrol(state, system, [gov1, chair])).toEqual({ ok: true, events: [] })
  expect(enrol(state, system, [newcomer, { ...gov1, group: 'press' as GroupId }])).toEqual({ ok: false, why: 'no-such-group' })
})

test('[P11] the roster is kept by the organiser, chair and secretariat, as the session has them when they do it', () => {
  const state = stateAfter([said('chair', 'people.revoke', { person: 'desk' as PersonId })])
  const allowed = ['chair', 'system'].map((who) => ({ person: who as PersonId }))
  const refused = ['desk', 'panel', 'gov-1', 'screen', 'nobody'].map((who) => ({ person: who as PersonId }))
  for (const actor of allowed) expect(enrol(state, actor, [gov1]), actor.person).toMatchObject({ ok: true })
  for (const actor of allowed) expect(relink(state, actor, gov1.person), actor.person).toMatchObject({ ok: true })
  for (const actor of refused) expect(enrol(state, actor, [gov1]), actor.person).toEqual({ ok: false, why: 'forbidden' })
  for (const actor of refused) expect(relink(state, actor, gov1.person), actor.person).toEqual({ ok: false, why: 'forbidden' })
})

test('[P3] the organiser revokes as the desk does', () => {
  const state = stateAfter([...listOpen, joins('gov-1')])
  expect(revoke(state, 'gov-1' as PersonId)).toEqual(
    decide(
      state,
      { type: 'people.revoke', data: { person: 'gov-1' as PersonId } },
      { actor: { person: 'desk' as PersonId }, at: noon, id: commandOf('revokes') },
    ),
  )
})

test('[P12] a link that is made anew is counted, for somebody who is there', () => {
  const state = founded()
  expect(relink(state, system, 'nobody' as PersonId)).toEqual({ ok: false, why: 'no-such-person' })
  const after = evolveAll(state, eventsOf(relink(state, system, 'gov-1' as PersonId)), noon)
  expect(personIn(after, 'gov-1')).toEqual({ ...personIn(state, 'gov-1'), renewals: 1 })
})
