/** A session goes with all that is known of it. Stopped in the middle, it is still listed and can be deleted again. */
import type { SessionId } from '@rostrum/shared/contract/ids'
import type { Codes } from '../access/join-codes.ts'
import type { Links } from '../access/personal-links.ts'
import type { Tickets } from '../access/ticket-issuer.ts'
import type { Rehearsals } from '../rehearsal/rehearsal-registry.ts'
import type { Roster } from '../roster/roster.ts'
import type { Sessions } from '../session/session-registry.ts'

export type RemovalPorts = {
  readonly sessions: Sessions
  readonly rehearsals: Rehearsals
  readonly roster: Roster
  readonly links: Links
  readonly codes: Codes
  readonly tickets: Tickets
}

export async function remove(id: SessionId, { sessions, rehearsals, roster, links, codes, tickets }: RemovalPorts): Promise<void> {
  await rehearsals.wipe(id)
  await rehearsals.leave(id)
  await roster.forget(id)
  await codes.forget(id)
  await links.forget(id)
  tickets.forget()
  await sessions.remove(id)
}
