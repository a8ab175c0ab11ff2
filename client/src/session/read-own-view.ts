/** The part of the view that is a person's own, read once, without a connection. */
import type { Ticket } from '@rostrum/shared/api/tickets'
import type { PersonView } from '@rostrum/shared/projection/registry'
import { request } from './http.ts'

/** Null if the server did not answer. */
export const readOwnView = async ({ session, ticket }: Pick<Ticket, 'session' | 'ticket'>): Promise<PersonView | null> => {
  const result = await request('GET /api/sessions/:id/view', { params: { id: session } }, ticket)
  // The table describes the parts of a view by name only. Their types are those of the projection.
  return result.ok ? (result.value.own.view as PersonView) : null
}
