/** The commits with which every run begins: an open session with its people and an open list of speakers. */
import { chainCommits, emptyChain } from '@rostrum/server/engine/log/chain'
import { encodeCommits } from '@rostrum/server/engine/log/commit-codec'
import type { CommandId, PersonId } from '@rostrum/shared/contract/ids'
import type { Plan } from '@rostrum/shared/contract/plan'
import type { Command, Commit, Event, State } from '@rostrum/shared/contract/registry'
import { type Actor, systemActor } from '@rostrum/shared/contract/roles'
import { decide, evolveAll, initialState } from '@rostrum/shared/domain/decider'
import { admitPeople } from '@rostrum/shared/domain/people/register'
import { makeFoundingEvents } from '@rostrum/shared/domain/session/plan'
import type { Revision } from '@rostrum/shared/kernel/revision'
import { allPeople, getEvents, noon } from '../../support/fixtures.ts'
import { padId } from '../../support/session-harness.ts'

const chair: Actor = { person: 'chair' as PersonId }

export function makeOpening(plan: Plan): readonly string[] {
  const commits: Omit<Commit, 'chain'>[] = []
  let state = initialState
  const add = (actor: Actor, type: Commit['command']['type'], make: (before: State, id: CommandId) => readonly Event[]) => {
    const id = padId(`opening-${commits.length}`)
    const events = make(state, id)
    commits.push({ revision: (commits.length + 1) as Revision, at: noon, actor, command: { id, type }, events })
    state = evolveAll(state, events, noon)
  }
  const command = (one: Command) => add(chair, one.type, (before, id) => getEvents(decide(before, one, { actor: chair, at: noon, id })))
  add(systemActor, 'session.create', () => makeFoundingEvents(plan))
  add(systemActor, 'people.admit', (before) => getEvents(admitPeople(before, allPeople)))
  command({ type: 'session.open', data: {} })
  command({ type: 'queue.open', data: {} })
  return encodeCommits({ revision: 0 as Revision, chain: emptyChain }, chainCommits(emptyChain, commits))
}
