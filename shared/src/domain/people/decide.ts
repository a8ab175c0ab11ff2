import type { PersonId } from '../../contract/ids.ts'
import type { peopleCommands } from '../../contract/people.ts'
import type { Deciders, Event, EventDecision, State } from '../../contract/registry.ts'
import type { Actor } from '../../contract/roles.ts'
import { accept, noChange, reject } from '../../kernel/decision.ts'
import { findEntries } from '../queue/eligibility.ts'
import { canManageRoster } from './register.ts'

/** Ends a person's participation and removes the person's entries from the queue. */
export const revokePerson = (state: State, person: PersonId): EventDecision => {
  const found = state.people.all.get(person)
  if (!found) return reject('no-such-person')
  if (found.revoked) return noChange
  return accept<Event>(
    { type: 'people.revoked', data: { person } },
    ...findEntries(state, person).map((entry): Event => ({ type: 'queue.left', data: { entry, cause: 'removed', reason: 'other' } })),
  )
}

export const peopleDeciders: Deciders<typeof peopleCommands> = {
  'people.revoke': (state, { person }) => revokePerson(state, person),
}

/** Recorded after the old link has been deleted. */
export const renewPersonLink = (state: State, actor: Actor, person: PersonId): EventDecision => {
  if (!canManageRoster(state, actor)) return reject('forbidden')
  return state.people.all.has(person) ? accept<Event>({ type: 'people.link-renewed', data: { person } }) : reject('no-such-person')
}
