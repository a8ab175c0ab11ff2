import { type Channel, channelRules } from '../contract/channels.ts'
import type { GroupId, PersonId } from '../contract/ids.ts'
import { type OfficeHeld, type OfficerView, offices } from '../contract/offices.ts'
import { listNotParticipants } from '../contract/participants.ts'
import type { PeopleState, WalkInStatus } from '../contract/people.ts'
import { findPresiding } from '../contract/presiding.ts'
import type { Event } from '../contract/registry.ts'
import { type Role, roleRules } from '../contract/roles.ts'
import type { SpokenLanguage } from '../contract/spoken-language.ts'
import { isUnconfirmed } from '../contract/walk-ins.ts'
import { memoize } from './memo.ts'
import { type Change, everyone, listPart, personPart, staffOnly, type Touches, valuePart } from './part.ts'
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
  /** Only for people who joined by code: whether they are confirmed. */
  readonly walkIn?: WalkInStatus
  /** For remote people who are registered or confirmed. The join code is shown to a whole room, and the link may open for anybody. */
  readonly meetingLink: string | null
  /** True if there is a link, and they get it when they are confirmed. */
  readonly meetingWaits: boolean
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
    staffOnly,
    ['people'],
    ({ people }): readonly OfficerView[] => listOfficers(people),
  ),
}

const nobody: readonly number[] = []

export const claimParts = {
  toConfirm: listPart(
    'The numbers of the people who joined by code under the name of a registered organization, and are not confirmed.',
    everyone,
    ['people'],
    ({ people }): readonly number[] => people.toConfirm,
  ),
  withoutLink: listPart(
    'The numbers of the people who joined by code to follow from afar. They get the link to the meeting when they are confirmed.',
    staffOnly,
    ['people', 'session'],
    ({ people, session }): readonly number[] => (session.plan.meetingLink === null ? nobody : people.afar),
  ),
}

export const panellistParts = {
  panellists: valuePart(
    'The panellists, who can get the floor without having asked.',
    staffOnly,
    ['people'],
    ({ people }): readonly PanellistView[] =>
      listNotParticipants(people)
        .filter(({ role, revoked }) => roleRules[role].isOnPanel && !revoked)
        .map(({ id, entity, group, channel, number }) => ({ person: id, entity, group, channel, number })),
  ),
  interpreted: valuePart('Whether interpreters have been admitted.', everyone, ['people'], ({ people }): boolean =>
    listNotParticipants(people).some(({ role, revoked }) => roleRules[role].interprets && !revoked),
  ),
}

/** Everybody whose own data have changed. */
export const concernsOfPeople: Touches<'people'> = {
  'people.admitted': ({ people }) => people.map(({ person }) => person),
  'people.changed': ({ people }) => people.map(({ person }) => person),
  'people.confirmed': ({ person }) => [person],
  'people.claims-found': ({ people }) => people,
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
    ({ session }, person) => {
      const { id, role, entity, group, channel, number, office, booth, walkIn } = person
      const link = roleRules[role].countsAsParticipant && channelRules[channel].usesMeeting ? session.plan.meetingLink : null
      const waits = link !== null && isUnconfirmed(person)
      return {
        ...{ id, role, entity, group, channel, number, office },
        ...(booth !== undefined && { booth }),
        ...(walkIn !== undefined && { walkIn }),
        meetingLink: waits ? null : link,
        meetingWaits: waits,
      }
    },
  ),
}
