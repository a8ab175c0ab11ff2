/**
 * The people who are admitted to every session, each with one link: chair, secretariat, panel, room screen and overlay. The model session
 * has two more.
 */
import type { GroupId, PersonId, SessionId } from '@rostrum/shared/contract/ids'
import type { Admission } from '@rostrum/shared/contract/people'
import type { Reply } from '@rostrum/shared/protocol/messages'
import { panelPersonId } from '../../engine/presence/membership.ts'
import { overlayPersonId } from './urls.ts'

const admitAlways = (person: string, role: Admission['role'], entity: string): Admission => ({
  person: person as PersonId,
  role,
  entity,
  group: null,
  channel: 'room',
})

export const alwaysAdmitted: readonly Admission[] = [
  admitAlways('chair', 'chair', 'Chair'),
  admitAlways('secretariat', 'secretariat', 'Secretariat'),
  admitAlways(panelPersonId, 'panellist', 'Panel'),
  admitAlways('display', 'display', 'Room screen'),
  admitAlways(overlayPersonId, 'display', 'Overlay'),
]

const samplePeople: readonly Admission[] = [
  {
    person: 'room' as PersonId,
    role: 'participant',
    entity: 'Delegation of a Member State',
    group: 'government' as GroupId,
    channel: 'room',
  },
  {
    person: 'remote' as PersonId,
    role: 'participant',
    entity: 'University research centre',
    group: 'technical-academic' as GroupId,
    channel: 'remote',
  },
]

/** Returns the five above. For trials, it adds one participant in the room and one remote, if the session has their groups. */
export const listDefaultPeople = (groups: readonly { readonly id: GroupId }[]): readonly Admission[] => [
  ...alwaysAdmitted,
  ...samplePeople.filter(({ group }) => groups.some(({ id }) => id === group)),
]

type AdmissionTarget = { readonly id: SessionId; admit(people: readonly Admission[]): Promise<Reply> }

/** Admits people. It is safe to repeat: people who are already admitted remain so. */
export async function admitDefaultPeople(session: AdmissionTarget, people: readonly Admission[]): Promise<void> {
  const reply = await session.admit(people)
  if (!reply.ok) throw new Error(`the people of session ${session.id} could not be added: ${reply.reason}`)
}
