import type { GroupId, PersonId } from '../contract/ids.ts'
import type { Channel, Role } from '../contract/roles.ts'
import { personPart, valuePart } from './part.ts'

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

/** Panellists, who can get the floor without having asked. */
export type PanellistView = {
  readonly person: PersonId
  readonly entity: string
  readonly group: GroupId | null
  readonly channel: Channel
  readonly number: number
}

export const panellistParts = {
  panellists: valuePart(['staff'], ['people'], ({ people }): readonly PanellistView[] =>
    [...people.all.values()]
      .filter(({ role, revoked }) => role === 'panellist' && !revoked)
      .map(({ id, entity, group, channel, number }) => ({ person: id, entity, group, channel, number })),
  ),
}

export const myPersonParts = {
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
