/** The server's answer about a link: the session, the person, and a ticket for the connection. A slow line should carry it only once. */

import type { FailureOf } from '@rostrum/shared/api/operations'
import type { Ticket } from '@rostrum/shared/api/tickets'
import { type ApiResult, request } from './http.ts'

/** Refusals of a link that was renewed, or of a person who may no longer take part. */
export const lostLinkReasons: readonly FailureOf<'POST /api/tickets'>[] = ['no-such-link', 'person-revoked']

/** Tickets that were requested before the page that needs them has loaded. */
const earlyTickets = new Map<string, Promise<ApiResult<'POST /api/tickets'>>>()

/** The request schema rejects an empty link. "-" is an unknown link, so the server answers as for any other unknown link. */
export const requestTicket = (link: string): Promise<ApiResult<'POST /api/tickets'>> =>
  request('POST /api/tickets', { body: { link: link === '' ? '-' : link } })

/** Requests a ticket before the code of the page has arrived. */
export const requestEarlyTicket = (link: string): Promise<ApiResult<'POST /api/tickets'>> => {
  const ticket = requestTicket(link)
  earlyTickets.set(link, ticket)
  return ticket
}

/** Keeps a ticket for the next page, which would otherwise request it again. */
export const keepTicket = (link: string, ticket: Ticket): void => void earlyTickets.set(link, Promise.resolve({ ok: true, value: ticket }))

/** Returns the early ticket of this link, once, or else a new one. */
export const takeTicket = (link: string): Promise<ApiResult<'POST /api/tickets'>> => {
  const early = earlyTickets.get(link)
  earlyTickets.delete(link)
  return early ?? requestTicket(link)
}
