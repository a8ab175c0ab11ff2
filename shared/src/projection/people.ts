import type { Channel, Role } from '../contract/roles.ts'
import type { GroupId, PersonId } from '../kernel/ids.ts'
import { personPart } from './part.ts'

export type MeView = {
  readonly id: PersonId
  readonly role: Role
  readonly entity: string
  readonly group: GroupId | null
  readonly channel: Channel
  readonly number: number
  /** For registered remote people only. */
  readonly meetingLink: string | null
}

export const peopleParts = {
  me: personPart<MeView>(['people', 'session'], ({ session }, { id, role, entity, group, channel, number }) => ({
    id,
    role,
    entity,
    group,
    channel,
    number,
    meetingLink: role === 'participant' && channel === 'remote' ? session.plan.meetingLink : null,
  })),
}
