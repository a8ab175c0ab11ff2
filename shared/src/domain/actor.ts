import type { PersonId } from '../contract/ids.ts'
import type { Person } from '../contract/people.ts'
import type { State } from '../contract/registry.ts'
import type { Actor } from '../contract/roles.ts'

/** Returns the acting person, as the log has them now. Null for `system` and `anonymous`. */
export const findActor = (state: State, actor: Actor): Person | null =>
  actor.person === 'system' || actor.person === 'anonymous' ? null : (state.people.all.get(actor.person) ?? null)

/** For commands of the staff only: there the table of permissions excludes `system` and `anonymous`. */
export const toPersonId = (actor: Actor): PersonId => actor.person as PersonId
