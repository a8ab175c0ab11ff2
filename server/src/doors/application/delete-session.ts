/** Deletes a session with all its data. If it is interrupted, the session is still listed and can be deleted again. */
import type { SessionId } from '@rostrum/shared/contract/ids'
import type { SessionRegistry } from '../../engine/session/session-registry.ts'
import type { JoinCodes } from '../../people/access/join-codes.ts'
import type { PersonalLinks } from '../../people/access/personal-links.ts'
import type { SessionTokens } from '../../people/access/session-tokens.ts'
import type { TicketIssuer } from '../../people/access/ticket-issuer.ts'
import type { Roster } from '../../people/roster/roster.ts'
import type { Booths } from '../../services/booth/booths.ts'
import type { Captions } from '../../services/captions/captions.ts'
import type { RehearsalRegistry } from '../../services/rehearsal/rehearsal-registry.ts'
import type { Webhooks } from '../../services/webhooks/webhooks.ts'

export type DeleteSessionPorts = {
  readonly sessions: Pick<SessionRegistry, 'delete'>
  readonly rehearsals: Pick<RehearsalRegistry, 'deleteFor' | 'detach'>
  readonly roster: Pick<Roster, 'erase'>
  readonly links: Pick<PersonalLinks, 'deleteAll'>
  readonly joinCodes: Pick<JoinCodes, 'delete'>
  readonly tickets: Pick<TicketIssuer, 'clearCache'>
  readonly sessionTokens: Pick<SessionTokens, 'deleteAll'>
  readonly webhooks: Pick<Webhooks, 'deleteAll'>
  readonly captions: Pick<Captions<unknown>, 'delete'>
  readonly booths: Pick<Booths<unknown>, 'delete'>
}

export async function deleteSession(
  id: SessionId,
  { sessions, rehearsals, roster, links, joinCodes, tickets, sessionTokens, webhooks, captions, booths }: DeleteSessionPorts,
): Promise<void> {
  await rehearsals.deleteFor(id)
  await rehearsals.detach(id)
  await roster.erase(id)
  await joinCodes.delete(id)
  await links.deleteAll(id)
  await sessionTokens.deleteAll(id)
  await webhooks.deleteAll(id)
  await captions.delete(id)
  booths.delete(id)
  tickets.clearCache()
  await sessions.delete(id)
}
