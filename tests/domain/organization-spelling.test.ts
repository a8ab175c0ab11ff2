/** An organization counts once, however people and lists write it. */
import { getKnownForms } from '@rostrum/server/people/access/known-organizations'
import type { GroupId, PersonId } from '@rostrum/shared/contract/ids'
import type { Admission } from '@rostrum/shared/contract/people'
import type { EventDecision, State } from '@rostrum/shared/contract/registry'
import { systemActor } from '@rostrum/shared/contract/roles'
import { evolveAll } from '@rostrum/shared/domain/decider'
import { registerPeople } from '@rostrum/shared/domain/people/register'
import { expect, test } from 'vitest'
import { afterNoon, createState, makeAdmission, noon, plan } from '../support/fixtures.ts'
import { command, given, queueOpen, toEntryId } from '../support/given.ts'

const apply = (state: State, decision: EventDecision): State => {
  if (!decision.ok) throw new Error(decision.reason)
  return evolveAll(state, decision.events, noon)
}
const from = (id: string, entity: string): Admission => makeAdmission(id, 'participant', entity, 'government', 'room')
const register = (state: State, ...people: readonly Admission[]): State => apply(state, registerPeople(state, systemActor, people))
const listSpellings = ({ people }: State, ...ids: readonly string[]) => ids.map((id) => people.all.get(id as PersonId)?.entity)
const start = createState(plan)

test('[L177] the people of one organization are registered under one spelling, in one list or in several', () => {
  const one = register(start, from('a', 'Côte d’Ivoire'), from('b', 'COTE D’IVOIRE'), from('c', 'Ghana'))
  expect(listSpellings(one, 'a', 'b', 'c')).toEqual(['Côte d’Ivoire', 'Côte d’Ivoire', 'Ghana'])
  const both = register(one, from('d', 'Cote d’Ivoire.'), from('e', 'GHANA'), from('f', 'Guinea'))
  expect(listSpellings(both, 'd', 'e', 'f')).toEqual(['Côte d’Ivoire', 'Ghana', 'Guinea'])
})

test('[L177] the same list again changes nothing, and one that names all of an organization changes its spelling', () => {
  const list = [from('a', 'Kenya'), from('b', 'KENYA')]
  const state = register(start, ...list)
  expect(registerPeople(state, systemActor, list)).toMatchObject({ ok: true, events: [] })
  expect(registerPeople(state, systemActor, [from('b', 'KENYA')])).toMatchObject({ ok: true, events: [] })
  const respelled = register(state, from('a', 'Republic of KENYA'), from('b', 'republic of Kenya'))
  expect(listSpellings(respelled, 'a', 'b')).toEqual(['Republic of KENYA', 'Republic of KENYA'])
  expect(listSpellings(register(respelled, from('a', 'Republic of Kenya'), from('b', 'Republic of Kenya')), 'a', 'b')).toEqual([
    'Republic of Kenya',
    'Republic of Kenya',
  ])
})

test('[L177] a list that writes the known names of one State, in any language, writes one organization', () => {
  const forms = getKnownForms()
  const put = (state: State, ...people: readonly Admission[]) => apply(state, registerPeople(state, systemActor, people, forms))
  const one = put(start, from('a', 'Türkiye'), from('b', 'Turkey'), from('c', 'Republic of Türkiye'), from('d', 'Ghana'))
  expect(listSpellings(one, 'a', 'b', 'c', 'd')).toEqual(['Türkiye', 'Türkiye', 'Türkiye', 'Ghana'])
  const more = put(one, from('e', 'Turquie'), from('f', 'Côte d’Ivoire'), from('g', 'Ivory Coast'))
  expect(listSpellings(more, 'e', 'f', 'g')).toEqual(['Türkiye', 'Côte d’Ivoire', 'Côte d’Ivoire'])
  const all = ['a', 'b', 'c', 'e'].map((id) => from(id, 'Turkey'))
  expect(listSpellings(put(more, ...all), 'a', 'b', 'c', 'e')).toEqual(['Turkey', 'Turkey', 'Turkey', 'Turkey'])
})

test('[L177] a speaker whom the staff enter is of the organization that is registered or is in the list already', () => {
  const hand = {
    ...{ kind: 'intervention' as const, person: null, speaker: null, group: 'government' as GroupId, note: null },
    ...{ requestChannel: 'paper' as const, seenAt: afterNoon(10) },
  }
  const add = (entity: string, id: string) => command('desk', 'queue.add', { ...hand, entity }, { id, at: 40 })
  const state = given([...queueOpen, add('Åland', 'one'), add('ALAND.', 'two')])
    .when('queue.add', { ...hand, entity: 'Faroes' }, 'desk', { id: 'three', at: 41 })
    .thenState()
  const listed = ['one', 'two', 'three'].map((id) => state.queue.entries.get(toEntryId(id))?.speaker.entity)
  expect(listed).toEqual(['Åland', 'Åland', 'Faroes'])
  const registered = [...state.people.organizations.values()][0]?.name ?? ''
  const known = given([...queueOpen, add(`${registered.toUpperCase()}.`, 'four')])
    .when('queue.add', { ...hand, entity: 'Faroes' }, 'desk', { id: 'five', at: 42 })
    .thenState()
  expect(known.queue.entries.get(toEntryId('four'))?.speaker.entity).toBe(registered)
})
