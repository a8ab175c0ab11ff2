/** The roster as the server's doors tell it to the desk: with names and addresses, which no screen's view holds. */

import type { GroupId, PersonId, SessionId } from '@rostrum/shared/contract/ids'
import type { Channel, Role } from '@rostrum/shared/contract/roles'

export type RosterRow = {
  readonly person: PersonId
  readonly role: Role
  readonly entity: string
  readonly group: GroupId | null
  readonly channel: Channel
  readonly number: number
  readonly revoked: boolean
  readonly name: string | null
  readonly email: string | null
  readonly language: string | null
  /** Whether the name may stand in the record; null where nobody has said so. */
  readonly named: boolean | null
  readonly presence: 'connected' | 'arrived' | 'away' | 'absent'
  /** Of being checked in, or of being away, where it is known. */
  readonly since: number | null
  /** Checked in by the desk, on the line or not. */
  readonly arrived: boolean
}

type ByChannel = { readonly room: number; readonly remote: number }
/** Of all who may take part, whatever is looked for. */
export type Counts = {
  readonly registered: ByChannel
  readonly groups: readonly { readonly group: GroupId | null; readonly registered: number }[]
  /** Connected or checked in, each once. */
  readonly present: ByChannel
  readonly away: number
  readonly absent: number
}
export type RosterPage = {
  readonly people: readonly RosterRow[]
  readonly total: number
  readonly page: number
  readonly pages: number
  readonly counts: Counts
}
export type OwnLink = { readonly url: string }

export const peopleDoor = (session: SessionId, rest = ''): string => `/api/sessions/${session}/people${rest}`
