/** What the server says about a link: the session, the person, and a ticket for the connection. */
import type { GroupId, PersonId, SessionId } from '@rostrum/shared/contract/ids'
import type { Channel, Role } from '@rostrum/shared/contract/roles'

export type SessionTicket = {
  readonly ticket: string
  readonly session: SessionId
  readonly person: PersonId
  readonly role: Role
  readonly channel: Channel
  readonly entity: string
  readonly group: GroupId | null
  readonly groupShort: string | null
  /** The number in "Speaker 07". 0 for a person who has none. */
  readonly number: number
  readonly title: string
  readonly short: string
  /** How others join. Only for the Chair, the secretariat and the room screen, which show it. */
  readonly joining: JoinInfo | null
}

/** `renewed`: how often the code has been renewed. */
export type JoinInfo = { readonly code: string; readonly url: string; readonly renewed: number }
