/** The mark of a name that is to be confirmed: on the rows of what people asked, said and wrote. */
import type { PersonId } from '../contract/ids.ts'
import type { PeopleState } from '../contract/people.ts'
import { isClaimed, type Named } from '../contract/walk-ins.ts'
import { memoize } from './memo.ts'
import type { Change, Touched } from './part.ts'

export type Claims = Pick<PeopleState, 'claimed'>

/** Makes rows with the mark of their author's name. A row keeps its identity while neither its source nor the claim changes. */
export const memoizeMarked = <Source extends object, Row>(
  getAuthor: (source: Source) => Named | null,
  make: (source: Source) => Row,
  mark: (row: Row) => Row,
): ((claims: Claims, source: Source) => Row) => {
  const plain = memoize(make)
  const marked = memoize((source: Source) => mark(plain(source)))
  return (claims, source) => {
    const author = getAuthor(source)
    return author !== null && isClaimed(claims, author) ? marked(source) : plain(source)
  }
}

/**
 * Finds the rows that a change of the claims touches. `list` names the rows of these people in a table. Most changes of the people change no claim, and
 * cost one comparison.
 */
export const touchesOfClaims =
  (list: (people: ReadonlySet<PersonId | null>, change: Change) => Touched) =>
  (change: Change): Touched => {
    const [from, to] = [change.from.people.claimed, change.to.people.claimed]
    if (from === to) return []
    const people = [...from.keys(), ...to.keys()].filter((person) => from.get(person) !== to.get(person))
    return people.length === 0 ? [] : list(new Set(people), change)
  }
