/** Officers, panellists and screens. They are few, so that looking for one of them does not mean looking at everybody. */
import type { PeopleState, Person } from './people.ts'

/** In the order of their admission. */
export const listNotParticipants = ({ all, notParticipants }: PeopleState): readonly Person[] =>
  notParticipants.flatMap((id) => all.get(id) ?? [])
