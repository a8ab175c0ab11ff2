/** Commands that set a session up and change its roster, for the organizer (`system`) or the staff. */

import { createHash } from 'node:crypto'
import type { Channel } from '@rostrum/shared/contract/channels'
import type { OrderMode } from '@rostrum/shared/contract/enums'
import type { CommandId, EntryId, PersonId } from '@rostrum/shared/contract/ids'
import type { Duty } from '@rostrum/shared/contract/offices'
import { listNotParticipants } from '@rostrum/shared/contract/participants'
import type { Admission, Person } from '@rostrum/shared/contract/people'
import type { Plan } from '@rostrum/shared/contract/plan'
import type { Position } from '@rostrum/shared/contract/queue'
import type { State } from '@rostrum/shared/contract/registry'
import { type Actor, roles, systemActor } from '@rostrum/shared/contract/roles'
import { evolve } from '@rostrum/shared/domain/decider'
import { reinstatePerson, renewPersonLink, setDuties, setOfficerEntity } from '@rostrum/shared/domain/people/decide'
import { canManageRoster, changeOwnChannel, registerPeople, setWalkInPlaces } from '@rostrum/shared/domain/people/register'
import { getPersonGrant } from '@rostrum/shared/domain/permissions'
import { findInOrder } from '@rostrum/shared/domain/queue/derive-order'
import { previewOrder } from '@rostrum/shared/domain/queue/speaking-order'
import { extractPlan, replacePlan } from '@rostrum/shared/domain/session/plan'
import { accept, reject } from '@rostrum/shared/kernel/decision'
import type { Reply } from '@rostrum/shared/protocol/messages'
import { stringify } from 'safe-stable-stringify'
import type { Session } from '../../engine/session/session.ts'
import { getKnownForms, imitatesKnownName } from '../../people/access/known-organizations.ts'

/** Returns a hash that differs for every different plan. It is the same on every node and after a restart, whatever the order of the keys. */
export const hashPlan = (state: State): string =>
  createHash('sha256')
    .update(stringify(extractPlan(state)))
    .digest('base64url')
    .slice(0, 22)

/** Replaces the whole plan in one commit. With `expectedVersion`, it is rejected if the plan has changed since that version. */
export const replaceSessionPlan = (session: Session, plan: Plan, id: CommandId, expectedVersion?: string): Promise<Reply> =>
  session.executeDecision(systemActor, id, 'session.plan', (state) =>
    expectedVersion !== undefined && expectedVersion !== hashPlan(state) ? reject('conflict') : replacePlan(state, plan),
  )

/** Returns the order of the queue in this order mode, as a preview before a change. */
export const previewSessionOrder = ({ state }: Session, mode: OrderMode, suggestOnly: boolean): readonly Position[] =>
  previewOrder(state.queue, mode, suggestOnly)

/** Returns the order of the queue after these two would have changed places: the rule works around both, so others may move. */
export const previewSessionSwap = (session: Session, entry: EntryId, other: EntryId): readonly Position[] => {
  const { queue } = session.state
  if (!findInOrder(queue, entry) || !findInOrder(queue, other)) return queue.order
  return evolve(session.state, { type: 'queue.swapped', data: { entry, with: other } }, session.now()).queue.order
}

/** Registers all people in one commit, or nobody. */
export const registerInSession = (session: Session, actor: Actor, people: readonly Admission[], id: CommandId): Promise<Reply> =>
  session.executeDecision(actor, id, 'people.register', (state) => registerPeople(state, actor, people, getKnownForms(), imitatesKnownName))

export const changeOwnChannelInSession = (session: Session, person: PersonId, channel: Channel, id: CommandId): Promise<Reply> =>
  session.executeDecision({ person }, id, 'people.change-channel', (state) => changeOwnChannel(state, person, channel))

export const reinstateInSession = (session: Session, actor: Actor, person: PersonId, id: CommandId): Promise<Reply> =>
  session.executeDecision(actor, id, 'people.reinstate', (state) => reinstatePerson(state, actor, person))

export const setDutiesInSession = (session: Session, person: PersonId, duties: readonly Duty[], id: CommandId): Promise<Reply> =>
  session.executeDecision(systemActor, id, 'people.set-duties', (state) => setDuties(state, person, duties))

export const setOfficerEntityInSession = (session: Session, person: PersonId, entity: string | null, id: CommandId): Promise<Reply> =>
  session.executeDecision(systemActor, id, 'people.register', (state) => setOfficerEntity(state, person, entity))

export const setWalkInPlacesInSession = (session: Session, actor: Actor, places: number, id: CommandId): Promise<Reply> =>
  session.executeDecision(actor, id, 'people.set-walk-in-places', (state) => setWalkInPlaces(state, actor, places))

/** Announces to every node that a link was renewed. The old link must already be invalid. */
export const announceLinkRenewal = (session: Session, actor: Actor, person: PersonId, id: CommandId): Promise<Reply> =>
  session.executeDecision(actor, id, 'people.renew-link', (state) => renewPersonLink(state, actor, person))

/** Announces to every node that there is a new join code. It must already be valid. */
export const announceCodeRenewal = (session: Session, actor: Actor, id: CommandId): Promise<Reply> =>
  session.executeDecision(actor, id, 'session.renew-code', () => accept({ type: 'session.code-renewed', data: {} }))

export const revokeInSession = (session: Session, actor: Actor, person: PersonId, id: CommandId): Promise<Reply> =>
  session.execute(actor, { id, type: 'people.revoke', data: { person } })

/** True for the organizer, and for officers with that duty. */
export const mayManageRoster = (session: Session, actor: Actor): boolean => canManageRoster(session.state, actor)

/** True for people who manage the roster, and for those who give the floor. */
export const mayFindPeople = (session: Session, actor: Actor): boolean => {
  const officer = session.state.people.all.get(actor.person as PersonId)
  return mayManageRoster(session, actor) || (officer !== undefined && getPersonGrant(officer, 'queue.add') === 'yes')
}

/** Lists everybody who has a link of their own, in the order of the roles. */
export const listLinkHolders = ({ people }: State): readonly Person[] =>
  listNotParticipants(people)
    .filter(({ revoked }) => !revoked)
    .sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role) || a.admittedAt - b.admittedAt)
