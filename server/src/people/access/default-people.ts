/**
 * The people who are admitted to every session, each with one link: chair, secretariat, panel, room screen and overlay. The model session
 * has two more.
 */
import { type ByChannel, channels, ordinaryChannel } from '@rostrum/shared/contract/channels'
import { type GroupId, type PersonId, panelPersonId, type SessionId } from '@rostrum/shared/contract/ids'
import type { Admission } from '@rostrum/shared/contract/people'
import { ordinaryRole } from '@rostrum/shared/contract/roles'
import type { Reply } from '@rostrum/shared/protocol/messages'
import { overlayPersonId } from './urls.ts'

const admitAlways = (person: string, role: Admission['role'], entity: string): Admission => ({
  person: person as PersonId,
  role,
  entity,
  group: null,
  channel: ordinaryChannel,
})

export const alwaysAdmitted: readonly Admission[] = [
  admitAlways('chair', 'chair', 'Chair'),
  admitAlways('secretariat', 'secretariat', 'Secretariat'),
  admitAlways(panelPersonId, 'panellist', 'Panel'),
  admitAlways('display', 'display', 'Room screen'),
  admitAlways(overlayPersonId, 'display', 'Overlay'),
]

const samples: ByChannel<Pick<Admission, 'entity' | 'group'>> = {
  room: { entity: 'Delegation of a Member State', group: 'government' as GroupId },
  remote: { entity: 'University research centre', group: 'technical-academic' as GroupId },
}
/** Each has the name of the channel as its id, by which its link is found. */
const samplePeople = channels.map(
  (channel): Admission => ({ person: channel as string as PersonId, role: ordinaryRole, ...samples[channel], channel }),
)

/** Returns the five above. For trials, it adds one participant in each channel, if the session has their groups. */
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
