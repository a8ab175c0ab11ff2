/** People who are admitted to every session: the officers, each with one link, and in the model session two sample participants. */
import { randomBytes } from 'node:crypto'
import type { CommandId, GroupId, PersonId, SessionId } from '@rostrum/shared/contract/ids'
import type { Admission } from '@rostrum/shared/contract/people'
import type { Reply } from '@rostrum/shared/protocol/messages'
import { panelPersonId } from '../roster/membership.ts'

const makeOfficer = (person: string, role: Admission['role'], entity: string): Admission => ({
  person: person as PersonId,
  role,
  entity,
  group: null,
  channel: 'room',
})

export const officers: readonly Admission[] = [
  makeOfficer('chair', 'chair', 'Chair'),
  makeOfficer('secretariat', 'secretariat', 'Secretariat'),
  makeOfficer(panelPersonId, 'panellist', 'Panel'),
  makeOfficer('display', 'display', 'Room screen'),
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

/** The officers, and one participant in the room and one remote for trials, if the session has their groups. */
export const listDefaultPeople = (groups: readonly { readonly id: GroupId }[]): readonly Admission[] => [
  ...officers,
  ...samplePeople.filter(({ group }) => groups.some(({ id }) => id === group)),
]

type AdmissionTarget = { readonly id: SessionId; admit(people: readonly Admission[], id: CommandId): Promise<Reply> }

/** Safe to repeat: people who are already admitted stay so. */
export async function admitDefaultPeople(session: AdmissionTarget, people: readonly Admission[]): Promise<void> {
  const reply = await session.admit(people, newCommandId())
  if (!reply.ok) throw new Error(`the officers of session ${session.id} could not be added: ${reply.reason}`)
}

export const newCommandId = (): CommandId => randomBytes(18).toString('base64url') as CommandId
