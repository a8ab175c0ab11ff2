/** The number of participants who were registered and who took part, by group and channel, recorded once after the close. */
import { getPresentChannel } from '../../contract/channels.ts'
import type { PersonId } from '../../contract/ids.ts'
import { countByChannel, listParticipants } from '../../contract/participants.ts'
import type { Event, EventDecision, State } from '../../contract/registry.ts'
import { accept, noChange } from '../../kernel/decision.ts'

/** People that the server has seen and the log does not contain. */
export type SeenPeople = {
  /** Connected since the opening. */
  readonly connected: ReadonlySet<PersonId>
  /** Checked in by the secretariat: they were in the room. */
  readonly checkedIn: ReadonlySet<PersonId>
}

export const recordAttendance = (state: State, seen: SeenPeople): EventDecision => {
  if (state.session.phase !== 'closed' || state.session.attendance !== null) return noChange
  const active = listActive(state)
  const registered = listParticipants(state.people)
  const present = registered
    .filter(({ id }) => seen.connected.has(id) || seen.checkedIn.has(id) || active.has(id))
    .map((person) => ({ group: person.group, channel: getPresentChannel(person.channel, seen.checkedIn.has(person.id)) }))
  const groups = [...state.session.groups.map(({ id }) => id), ...(registered.some(({ group }) => group === null) ? [null] : [])]
  return accept<Event>({
    type: 'session.attendance-recorded',
    data: {
      groups: groups.map((group) => ({
        group,
        registered: countByChannel(registered.filter((one) => one.group === group)),
        present: countByChannel(present.filter((one) => one.group === group)),
      })),
    },
  })
}

/** Lists people who spoke, asked for the floor and were not reached, or asked or supported a question. */
const listActive = ({ floor, queue, questions }: State): ReadonlySet<PersonId> =>
  new Set([
    ...[...floor.past, ...queue.notReached.filter(({ programmeRank }) => programmeRank === null)].flatMap(
      ({ speaker }) => speaker?.person ?? [],
    ),
    ...questions.byAuthor.keys(),
    ...questions.bySupporter.filter((supported) => supported.length > 0).keys(),
  ])
