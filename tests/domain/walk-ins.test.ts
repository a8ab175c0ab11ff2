/** The limit on people who join by code, and who may raise it. */
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { Admission } from '@rostrum/shared/contract/people'
import type { State } from '@rostrum/shared/contract/registry'
import { systemActor } from '@rostrum/shared/contract/roles'
import { admitsByCode } from '@rostrum/shared/contract/walk-ins'
import { evolveAll } from '@rostrum/shared/domain/decider'
import { admitPeople, registerPeople, setWalkInPlaces } from '@rostrum/shared/domain/people/register'
import { projectAudience } from '@rostrum/shared/projection/project'
import { expect, test } from 'vitest'
import { createState, makeAdmission, noon, plan } from '../support/fixtures.ts'
import { command, openSession, replay } from '../support/given.ts'

const makeWalkIn = (id: string): Admission => ({ ...makeAdmission(id, 'participant', `Library ${id}`, null, 'room'), walkIn: true })
const start = createState({ ...plan, walkIns: true, walkInPlaces: 2 })
const chair = { person: 'chair' as PersonId }

const admit = (state: State, ...people: readonly Admission[]): State => {
  const decision = admitPeople(state, people)
  if (!decision.ok) throw new Error(decision.reason)
  return evolveAll(state, decision.events, noon)
}
const full = admit(start, makeWalkIn('one'), makeWalkIn('two'))

test('[P70] no more people join by code than the plan allows, but registered people always can', () => {
  expect(admitPeople(full, [makeWalkIn('three')])).toEqual({ ok: false, reason: 'walk-ins-full' })
  expect(admitPeople(start, ['one', 'two', 'three'].map(makeWalkIn))).toEqual({ ok: false, reason: 'walk-ins-full' })
  expect(admitPeople(full, [makeWalkIn('one')])).toEqual({ ok: true, events: [] })
  expect(registerPeople(full, systemActor, [makeAdmission('registered', 'participant', 'Library', null, 'room')])).toMatchObject({
    ok: true,
  })
})

test('[P70] chair and secretariat can let more people in, and nobody else can', () => {
  expect(setWalkInPlaces(full, { person: 'gov-1' as PersonId }, 50)).toEqual({ ok: false, reason: 'forbidden' })
  expect(setWalkInPlaces(createState(), chair, 50)).toEqual({ ok: false, reason: 'walk-ins-closed' })
  expect(setWalkInPlaces(full, chair, 2)).toEqual({ ok: true, events: [] })
  const decision = setWalkInPlaces(full, chair, 3)
  if (!decision.ok) throw new Error(decision.reason)
  const raised = admit(evolveAll(full, decision.events, noon), makeWalkIn('three'))
  expect(raised.people.walkIns).toBe(3)
  expect(admitPeople(raised, [makeWalkIn('four')])).toEqual({ ok: false, reason: 'walk-ins-full' })
  const lowered = setWalkInPlaces(raised, chair, 1)
  if (!lowered.ok) throw new Error(lowered.reason)
  const after = evolveAll(raised, lowered.events, noon)
  expect(after.people.all.get('three' as PersonId)?.revoked).toBe(false)
  expect(admitPeople(after, [makeWalkIn('four')])).toEqual({ ok: false, reason: 'walk-ins-full' })
})

test('[V226] the code lets somebody new in while the plan allows it, a place is free and the session is not closed', () => {
  const decision = setWalkInPlaces(full, chair, 3)
  if (!decision.ok) throw new Error(decision.reason)
  const raised = evolveAll(full, decision.events, noon)
  const closed = replay([openSession, command('chair', 'session.close', {})], start)
  const states = [start, full, raised, closed, createState()]
  expect(states.map(admitsByCode)).toEqual([true, false, true, false, false])
  expect(states.map((state) => projectAudience(state, 'display').view.admitsByCode)).toEqual([true, false, true, false, false])
})
