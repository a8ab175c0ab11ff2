/** Who has a seat in every session: the offices, each with one link, and in the model session two who take part. */
import { randomBytes } from 'node:crypto'
import type { CommandId, GroupId, PersonId, SessionId } from '@rostrum/shared/contract/ids'
import type { Admission } from '@rostrum/shared/contract/people'
import type { Reply } from '@rostrum/shared/protocol/messages'
import { panelSeat } from '../roster/membership.ts'

const office = (person: string, role: Admission['role'], entity: string): Admission => ({
  person: person as PersonId,
  role,
  entity,
  group: null,
  channel: 'room',
})

export const offices: readonly Admission[] = [
  office('chair', 'chair', 'Chair'),
  office('secretariat', 'secretariat', 'Secretariat'),
  office(panelSeat, 'panellist', 'Panel'),
  office('display', 'display', 'Room screen'),
]

const samples: readonly Admission[] = [
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

/** Offices, and one in the room and one remote for trying it out, where the session has their groups. */
export const firstSeats = (groups: readonly { readonly id: GroupId }[]): readonly Admission[] => [
  ...offices,
  ...samples.filter(({ group }) => groups.some(({ id }) => id === group)),
]

type Admitting = { readonly id: SessionId; admit(people: readonly Admission[], id: CommandId): Promise<Reply> }

/** Safe to repeat: whoever has a seat keeps it. */
export async function seat(session: Admitting, people: readonly Admission[]): Promise<void> {
  const reply = await session.admit(people, freshId())
  if (!reply.ok) throw new Error(`the officers of session ${session.id} could not be added: ${reply.why}`)
}

export const freshId = (): CommandId => randomBytes(18).toString('base64url') as CommandId
