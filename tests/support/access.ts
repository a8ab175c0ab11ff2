/** Links, keys and tickets on a store in memory, with a clock that the test controls. */

import { openMemoryStore } from '@rostrum/server/engine/store/memory'
import { type LinkHolder, PersonalLinks } from '@rostrum/server/people/access/personal-links'
import { ServerKey } from '@rostrum/server/people/access/server-key'
import { TicketIssuer } from '@rostrum/server/people/access/ticket-issuer'
import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import { toInstant } from '@rostrum/shared/kernel/time'

export const session = 'session' as SessionId
export const other = 'other' as SessionId
export const ana = 'ana' as PersonId
export const noon = 1_800_000_000_000

export async function openAccess() {
  const store = openMemoryStore()
  const keys = await ServerKey.open(store)
  const links = new PersonalLinks(store, keys)
  const clock = { at: noon }
  return { store, keys, links, clock, tickets: new TicketIssuer(links, keys, () => toInstant(clock.at)) }
}

export const findHolder = async (links: PersonalLinks, secret: string) => {
  const holder = await links.find(secret)
  if (!holder) throw new Error('no holder')
  return holder
}

/** Returns the holder of a ticket whose link is current, or null. */
export const verify = async (tickets: TicketIssuer, ticket: string): Promise<LinkHolder | null> => {
  const holder = tickets.read(ticket)
  return holder !== null && (await tickets.isLinkValid(holder)) ? holder : null
}
