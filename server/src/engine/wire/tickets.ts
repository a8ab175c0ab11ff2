/** What the gateway asks of tickets. `people/access` issues them. */
import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'

type TicketHolder = { readonly session: SessionId; readonly person: PersonId; readonly link: string }

export type Tickets = {
  /** Whose the ticket is. Null if it was not issued here or has expired. Its link may have been renewed since. */
  readonly read: (ticket: string) => TicketHolder | null
  readonly isLinkValid: (holder: TicketHolder) => Promise<boolean>
  /** Called when a link was renewed, so that no old answer is given any more. */
  readonly clearCache: () => void
}
