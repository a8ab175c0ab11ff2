/** The roster as the HTTP API gives it to the secretariat: with names and addresses, which no view contains. */

import type { GroupId, PersonId } from '@rostrum/shared/contract/ids'
import type { Channel, Role } from '@rostrum/shared/contract/roles'
import type { HttpMethod, HttpResult } from '../../session/http.ts'

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
  /** Whether the record may give the name; null if nobody has answered. */
  readonly nameInRecord: boolean | null
  readonly phone: string | null
  /** How the name is pronounced, for interpreters. */
  readonly pronounced: string | null
  readonly presence: 'connected' | 'checked-in' | 'away' | 'absent'
  /** Since when the member is checked in or away, if that is known. */
  readonly since: number | null
  /** Checked in by the secretariat, connected or not. */
  readonly checkedIn: boolean
  /** What became of the invitation by mail; null if none was sent to the current address. */
  readonly invitation: { readonly status: 'waiting' | 'sending' | 'sent' | 'refused' | 'failed' | 'returned' } | null
}

type ByChannel = { readonly room: number; readonly remote: number }
/** Counts of all members of the roster, whatever the search is. */
export type RosterCounts = {
  readonly registered: ByChannel
  readonly groups: readonly { readonly group: GroupId | null; readonly registered: number }[]
  /** Connected or checked in. Each person counts once. */
  readonly present: ByChannel
  readonly away: number
  readonly absent: number
}
export type RosterPage = {
  readonly people: readonly RosterRow[]
  readonly total: number
  readonly page: number
  readonly pages: number
  readonly counts: RosterCounts
  /** How many people came in by code, and how many may; null where nobody may. */
  readonly walkIns: { readonly came: number; readonly places: number } | null
}
export type PersonLink = { readonly url: string }

/** A request with the secret of the page: the ticket of the secretariat, or the secret of the organizer. */
export type RosterRequest = <T>(path: string, method?: HttpMethod, body?: object) => Promise<HttpResult<T>>

export const makePeopleUrl = (session: string, rest = ''): string => `/api/sessions/${session}/people${rest}`
