import type { PersonId } from '../../contract/ids.ts'
import { duties as allDuties, type Duty, officeEntities } from '../../contract/offices.ts'
import type { peopleCommands } from '../../contract/people.ts'
import { findPresiding } from '../../contract/presiding.ts'
import type { CommandData, Context, Deciders, Event, EventDecision, State } from '../../contract/registry.ts'
import { type Actor, roleRules } from '../../contract/roles.ts'
import { isUnconfirmed } from '../../contract/walk-ins.ts'
import { accept, noChange, reject } from '../../kernel/decision.ts'
import { toPersonId } from '../actor.ts'
import { requireNotClosed } from '../phase-guards.ts'
import { confirmClaim } from '../queue/claims.ts'
import { removeEntriesOf } from '../queue/revoked.ts'
import { canManageRoster } from './register.ts'

/**
 * Ends a person's participation and removes the person's entries from the queue. Officers end the access of those who may speak. That of an
 * officer, a booth or a room screen is the organizer's to give and to end: an officer could not give it back.
 */
const revokePerson = (state: State, { person }: CommandData<'people.revoke'>, { actor }: Context): EventDecision => {
  const found = state.people.all.get(person)
  if (!found) return reject('no-such-person')
  if (actor.person !== 'system' && !roleRules[found.role].maySpeak) return reject('forbidden')
  if (found.revoked) return noChange
  return accept<Event>({ type: 'people.revoked', data: { person } }, ...removeEntriesOf(state.queue, (one) => one === person))
}

/** Confirms whom a walk-in named. Staff who change the organization of a person have confirmed it too. */
const confirmPerson = (state: State, { person }: CommandData<'people.confirm'>): EventDecision => {
  const found = state.people.all.get(person)
  if (!found) return reject('no-such-person')
  if (found.revoked) return reject('person-revoked')
  if (!isUnconfirmed(found)) return noChange
  return accept<Event>({ type: 'people.confirmed', data: { person } }, ...confirmClaim(state.queue, person))
}

/** Hands the chair to an officer with the Chair's screen. The earlier one keeps that screen, and can take the chair back. */
const handChair = (state: State, { to, expectedPresiding }: CommandData<'people.hand-chair'>, { actor }: Context): EventDecision => {
  const presiding = findPresiding(state.people)
  if ((presiding?.id ?? null) !== expectedPresiding) return reject('conflict')
  const officer = state.people.all.get(to)
  if (!officer) return reject('no-such-person')
  if (officer.revoked) return reject('person-revoked')
  if (!roleRules[officer.role].mayPreside) return reject('cannot-preside')
  return to === presiding?.id ? noChange : accept<Event>({ type: 'people.chair-handed', data: { to, by: toPersonId(actor) } })
}

export const peopleDeciders: Deciders<typeof peopleCommands> = {
  'people.confirm': confirmPerson,
  'people.revoke': revokePerson,
  'people.hand-chair': (state, data, context) => requireNotClosed(state, () => handChair(state, data, context)),
}

/**
 * Restores access that had ended, with another link, so every node refuses the earlier one. Entries that left the queue with the person are
 * not restored.
 */
export const reinstatePerson = (state: State, actor: Actor, person: PersonId): EventDecision => {
  if (!canManageRoster(state, actor)) return reject('forbidden')
  if (state.session.phase === 'closed') return reject('session-closed')
  const found = state.people.all.get(person)
  if (!found) return reject('no-such-person')
  if (!found.revoked) return noChange
  return accept<Event>({ type: 'people.link-renewed', data: { person } }, { type: 'people.reinstated', data: { person } })
}

/** Sets the only duties that the officer has from now on. Their earlier acts are not affected. */
export const setDuties = (state: State, person: PersonId, granted: readonly Duty[]): EventDecision => {
  const found = state.people.all.get(person)
  if (!found?.office) return reject('no-such-person')
  if (found.revoked) return reject('person-revoked')
  const duties = allDuties.filter((duty) => granted.includes(duty))
  if (duties.join() === allDuties.filter((duty) => found.office?.duties.includes(duty)).join()) return noChange
  return accept<Event>({ type: 'people.duties-set', data: { person, duties } })
}

/** Sets the country or delegation of an officer. Null: none. */
export const setOfficerEntity = (state: State, person: PersonId, given: string | null): EventDecision => {
  const found = state.people.all.get(person)
  if (!found?.office) return reject('no-such-person')
  const { group, channel, office } = found
  const entity = given ?? officeEntities[office.office]
  return entity === found.entity
    ? noChange
    : accept<Event>({ type: 'people.changed', data: { people: [{ person, entity, group, channel }] } })
}

/** Records a renewed link, after the old link has been deleted. */
export const renewPersonLink = (state: State, actor: Actor, person: PersonId): EventDecision => {
  if (!canManageRoster(state, actor)) return reject('forbidden')
  return state.people.all.has(person) ? accept<Event>({ type: 'people.link-renewed', data: { person } }) : reject('no-such-person')
}
