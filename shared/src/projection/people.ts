import type { GroupId, PersonId } from '../contract/ids.ts'
import { listNotParticipants } from '../contract/not-participants.ts'
import { type OfficeHeld, type OfficerView, offices } from '../contract/offices.ts'
import type { PeopleState } from '../contract/people.ts'
import { findPresiding } from '../contract/presiding.ts'
import type { Event } from '../contract/registry.ts'
import type { Channel, Role } from '../contract/roles.ts'
import type { SpokenLanguage } from '../contract/spoken-language.ts'
import { memoize } from './memo.ts'
import { type Change, personPart, type Touches, valuePart } from './part.ts'
import { findTouched, indexBySlice } from './touched.ts'
import { touchesOfPlan } from './touches-of-plan.ts'

export type MeView = {
  readonly id: PersonId
  readonly role: Role
  readonly entity: string
  readonly group: GroupId | null
  readonly channel: Channel
  readonly number: number
  readonly office: OfficeHeld | null
  /** Only for interpreters: the language into which they interpret. */
  readonly booth?: SpokenLanguage
  /** For registered remote people only. */
  readonly meetingLink: string | null
}

/** Panellists, who can get the floor without having asked. */
export type PanellistView = {
  readonly person: PersonId
  readonly entity: string
  readonly group: GroupId | null
  readonly channel: Channel
  readonly number: number
}

/** Lists the officers in the order of the offices. */
export const listOfficers = memoize((people: PeopleState): readonly OfficerView[] => {
  const presiding = findPresiding(people)?.id
  return listNotParticipants(people)
    .flatMap(({ id, office, revoked }) => (office === null ? [] : [{ person: id, ...office, presiding: id === presiding, ended: revoked }]))
    .sort((a, b) => offices.indexOf(a.office) - offices.indexOf(b.office) || a.number - b.number)
})

export const officerParts = {
  officers: valuePart(
    'The officers of the session, with their offices and duties.',
    ['staff'],
    ['people'],
    ({ people }): readonly OfficerView[] => listOfficers(people),
  ),
}

export const panellistParts = {
  panellists: valuePart(
    'The panellists, who can get the floor without having asked.',
    ['staff'],
    ['people'],
    ({ people }): readonly PanellistView[] =>
      listNotParticipants(people)
        .filter(({ role, revoked }) => role === 'panellist' && !revoked)
        .map(({ id, entity, group, channel, number }) => ({ person: id, entity, group, channel, number })),
  ),
}

/** Everybody whose own data have changed. */
export const concernsOfPeople: Touches<'people'> = {
  'people.admitted': ({ people }) => people.map(({ person }) => person),
  'people.changed': ({ people }) => people.map(({ person }) => person),
  'people.revoked': ({ person }) => [person],
  'people.reinstated': ({ person }) => [person],
  'people.link-renewed': 'none',
  'people.duties-set': ({ person }) => [person],
  'people.walk-in-places-set': 'none',
  'people.chair-handed': 'none',
}

const concernsBySlice = indexBySlice<undefined>([{ touches: { people: concernsOfPeople } }])

/** Lists the people whose own data have changed. `events` lead from one end of the change to the other. */
export const listTouchedPeople = (events: readonly Event[], change: Change): Iterable<PersonId> =>
  findTouched(events, change, undefined, (slice) => concernsBySlice.get(slice) ?? []) as ReadonlySet<PersonId>

export const myPersonParts = {
  me: personPart<MeView>(
    'The person: role, office, entity, group, channel and number.',
    { people: concernsOfPeople, session: touchesOfPlan },
    ({ session }, { id, role, entity, group, channel, number, office, booth }) => ({
      id,
      role,
      entity,
      group,
      channel,
      number,
      office,
      ...(booth !== undefined && { booth }),
      meetingLink: role === 'participant' && channel === 'remote' ? session.plan.meetingLink : null,
    }),
  ),
}
