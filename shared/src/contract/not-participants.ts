/** Officers, panellists and screens. They are few, so a search for one of them need not look at everybody. */
import type { PeopleState, Person } from './people.ts'

/** Lists them in the order of their admission. */
export const listNotParticipants = ({ all, notParticipants }: PeopleState): readonly Person[] =>
  notParticipants.flatMap((id) => all.get(id) ?? [])
