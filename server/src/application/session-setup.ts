/** What the doors of the server do for whoever sets a session up and keeps its roster: the organiser (`system`), or somebody who drives. */

import { createHash } from 'node:crypto'
import type { CommandId, PersonId } from '@rostrum/shared/contract/ids'
import type { Admission } from '@rostrum/shared/contract/people'
import type { Plan } from '@rostrum/shared/contract/plan'
import type { State } from '@rostrum/shared/contract/registry'
import { type Actor, system } from '@rostrum/shared/contract/roles'
import { enrol, relink, revoke } from '@rostrum/shared/domain/people/register'
import { planIn, replan } from '@rostrum/shared/domain/session/decide'
import { accept, reject } from '@rostrum/shared/kernel/decision'
import type { Reply } from '@rostrum/shared/protocol/messages'
import type { Session } from '../session/session.ts'

/** Another one for another plan. */
export const planVersion = (state: State): string =>
  createHash('sha256')
    .update(JSON.stringify(planIn(state)))
    .digest('base64url')
    .slice(0, 22)

/** All of the plan, in one commit. `seen`: the version that it was made of, where that has to stand still. */
export const replanIn = (session: Session, plan: Plan, id: CommandId, seen?: string): Promise<Reply> =>
  session.keep(system, id, 'session.plan', (state) =>
    seen !== undefined && seen !== planVersion(state) ? reject('moved-on') : replan(state, plan),
  )

/** All of them in one commit, or none. */
export const enrolIn = (session: Session, actor: Actor, people: readonly Admission[], id: CommandId): Promise<Reply> =>
  session.keep(actor, id, 'people.enrol', (state) => enrol(state, actor, people))

/** Says on every node that the link was made anew; the old one must be dead by then. */
export const relinkIn = (session: Session, actor: Actor, person: PersonId, id: CommandId): Promise<Reply> =>
  session.keep(actor, id, 'people.relink', (state) => relink(state, actor, person))

/** Says on every node that there is another join code; it must stand by then. */
export const recodeIn = (session: Session, actor: Actor, id: CommandId): Promise<Reply> =>
  session.keep(actor, id, 'session.renew-code', () => accept({ type: 'session.code-renewed', data: {} }))

export const revokeIn = (session: Session, actor: Actor, person: PersonId, id: CommandId): Promise<Reply> =>
  actor.person === system.person
    ? session.keep(actor, id, 'people.revoke', (state) => revoke(state, person))
    : session.handle(actor, { id, type: 'people.revoke', data: { person } })
