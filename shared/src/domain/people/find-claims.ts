/** People who joined by code before the organization was registered whose name theirs reads as. */
import { Map as Table } from 'immutable'
import type { PersonId } from '../../contract/ids.ts'
import type { Organization, PeopleState, PersonUpdate } from '../../contract/people.ts'
import { foldName } from '../../kernel/fold-name.ts'

/** True if readers could mistake a name for that of one of these organizations. */
export type Imitates = (people: Pick<PeopleState, 'organizations'>, typed: string) => boolean

/** Returns those who have to be confirmed once these people are registered. A person with the very same name is found when it is counted. */
export const findClaims = (people: PeopleState, registered: readonly PersonUpdate[], imitates: Imitates): readonly PersonId[] => {
  if (people.walkIns === 0) return []
  const isKnown = (folded: string) => (people.organizations.get(folded)?.known ?? 0) > 0
  const organizations = Table<string, Organization>(
    registered.flatMap(({ entity, group }) => {
      const folded = foldName(entity)
      return isKnown(folded) ? [] : [[folded, { name: entity, group, people: 1, known: 1 }] as const]
    }),
  )
  if (organizations.size === 0) return []
  return [...people.all.values()]
    .filter(({ walkIn, entity }) => walkIn === 'free' && imitates({ organizations }, entity))
    .map(({ id }) => id)
}
