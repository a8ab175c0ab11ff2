/** The limit on people who join by code, and who may raise it. */
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { Admission } from '@rostrum/shared/contract/people'
import type { State } from '@rostrum/shared/contract/registry'
import { systemActor } from '@rostrum/shared/contract/roles'
import { evolveAll } from '@rostrum/shared/domain/decider'
import { admitPeople, registerPeople, setWalkInPlaces } from '@rostrum/shared/domain/people/register'
import { expect, test } from 'vitest'
import { createState, makeAdmission, noon, plan } from '../support/fixtures.ts'

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
