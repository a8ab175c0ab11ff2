/** What the server says about a link: the session, the person, and a ticket for the connection. A slow line should carry it once. */

import type { GroupId, PersonId, SessionId } from '@rostrum/shared/contract/ids'
import type { Channel, Role } from '@rostrum/shared/contract/roles'
import type { Wording } from '@rostrum/shared/kernel/wording'
import { type HttpResult, request } from './http.ts'

export type SessionTicket = {
  readonly ticket: string
  readonly session: SessionId
  readonly person: PersonId
  readonly role: Role
  readonly channel: Channel
  readonly entity: string
  readonly group: GroupId | null
  readonly groupShort: Wording | null
  /** The number in "Speaker 07". 0 for a person who has none. */
  readonly number: number
  readonly title: Wording
  readonly short: Wording
  /** How others join. Only for the Chair, the secretariat and the room screen, which show it. */
  readonly joining: JoinInfo | null
}

/** `renewed`: how often the code has been renewed. */
export type JoinInfo = { readonly code: string; readonly url: string; readonly renewed: number }

/** Tickets that came, or are on their way, before the page that needs them is there. */
const earlyTickets = new Map<string, Promise<HttpResult<SessionTicket>>>()

/** The request schema rejects an empty link. "-" is an unknown link, so the server answers as for any other unknown link. */
export const requestTicket = (link: string): Promise<HttpResult<SessionTicket>> =>
  request<SessionTicket>('POST', '/api/tickets', { link: link === '' ? '-' : link })

/** Asks before the code of the page has come. */
export const requestEarlyTicket = (link: string): Promise<HttpResult<SessionTicket>> => {
  const ticket = requestTicket(link)
  earlyTickets.set(link, ticket)
  return ticket
}

/** Keeps a ticket for the next page, which would ask for the same. */
export const keepTicket = (link: string, ticket: SessionTicket): void =>
  void earlyTickets.set(link, Promise.resolve({ ok: true, value: ticket }))

/** The early ticket of this link, once, else a new one. */
export const takeTicket = (link: string): Promise<HttpResult<SessionTicket>> => {
  const early = earlyTickets.get(link)
  earlyTickets.delete(link)
  return early ?? requestTicket(link)
}
