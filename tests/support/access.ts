/** Links, keys and tickets on a store in memory, with a clock of the test. */
import { PersonalLinks } from '@rostrum/server/access/personal-links'
import { ServerKey } from '@rostrum/server/access/server-key'
import { TicketIssuer } from '@rostrum/server/access/ticket-issuer'
import { openMemoryStore } from '@rostrum/server/store/memory'
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
