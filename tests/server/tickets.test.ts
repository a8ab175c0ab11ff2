/** Tickets: what they contain, how long they are valid, and what ends them. */
import { TicketIssuer } from '@rostrum/server/people/access/ticket-issuer'
import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import { toInstant } from '@rostrum/shared/kernel/time'
import { expect, test, vi } from 'vitest'
import { ana, findHolder, noon, openAccess, session, verify } from '../support/access.ts'

test('tickets identify session and person, and are short enough for the handshake', async () => {
  const { links, tickets } = await openAccess()
  const ticket = tickets.issue(await findHolder(links, await links.getOrCreate('s'.repeat(64) as SessionId, 'p'.repeat(64) as PersonId)))
  expect(ticket.length).toBeLessThanOrEqual(512)
  expect(await verify(tickets, ticket)).toMatchObject({ session: 's'.repeat(64), person: 'p'.repeat(64) })
})

test('tickets expire after twelve hours', async () => {
  const { links, tickets, clock } = await openAccess()
  const ticket = tickets.issue(await findHolder(links, await links.getOrCreate(session, ana)))
  clock.at = noon + 12 * 3_600_000 - 1
  expect(await verify(tickets, ticket)).not.toBeNull()
  clock.at += 1
  expect(await verify(tickets, ticket)).toBeNull()
})

test('tickets end with the link: on this node at once, on other nodes within a second', async () => {
  const { links, tickets, keys, clock } = await openAccess()
  const elsewhere = new TicketIssuer(links, keys, () => toInstant(clock.at))
  const ticket = tickets.issue(await findHolder(links, await links.getOrCreate(session, ana)))
  expect(await verify(tickets, ticket)).not.toBeNull()
  expect(await verify(elsewhere, ticket)).not.toBeNull()
  await links.renew(session, ana)
  tickets.clearCache()
  expect(await verify(tickets, ticket)).toBeNull()
  clock.at += 1_000
  expect(await verify(elsewhere, ticket)).toBeNull()
})

test('checking tickets takes one row, even if an older version wrote it', async () => {
  const { links, tickets, store, clock } = await openAccess()
  const holder = await findHolder(links, await links.getOrCreate(session, ana))
  const ticket = tickets.issue(holder)
  const get = vi.spyOn(store, 'get')
  expect(await verify(tickets, ticket)).toEqual(holder)
  expect(get).toHaveBeenCalledTimes(1)
  await store.put('links', `${session}/${ana}`, { generation: 1 })
  clock.at += 1_000
  expect(await verify(tickets, ticket)).toEqual(holder)
  await links.renew(session, ana)
  clock.at += 1_000
  expect(await verify(tickets, ticket)).toBeNull()
  await store.put('links', `${session}/${ana}`, { generation: 2 })
  expect(await verify(tickets, ticket)).toBeNull()
  await links.deleteAll(session)
  expect(await verify(tickets, ticket)).toBeNull()
})

test('a ticket that was changed or issued elsewhere is refused', async () => {
  const { links, tickets } = await openAccess()
  const ticket = tickets.issue(await findHolder(links, await links.getOrCreate(session, ana)))
  const [body = '', signature = ''] = ticket.split('.')
  const forged = Buffer.from(Buffer.from(body, 'base64url').toString().replace('ana', 'bob')).toString('base64url')
  const foreign = await openAccess()
  const alien = foreign.tickets.issue(await findHolder(foreign.links, await foreign.links.getOrCreate(session, ana)))
  for (const bad of ['', '.', 'x', body, `${body}.`, `${forged}.${signature}`, `${ticket}.x`, `${ticket}x`, alien, '{}.{}']) {
    expect(await verify(tickets, bad), bad).toBeNull()
  }
})
