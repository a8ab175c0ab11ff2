/** The functions of tickets that the gateway needs. `people/access` issues them. */
import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'

type TicketHolder = { readonly session: SessionId; readonly person: PersonId; readonly link: string }

export type Tickets = {
  /** Returns the holder of the ticket, or null if it was not issued here or has expired. Its link may have been renewed since. */
  readonly read: (ticket: string) => TicketHolder | null
  readonly isLinkValid: (holder: TicketHolder) => Promise<boolean>
  /** Called when a link was renewed, so that no old answer is given. */
  readonly clearCache: () => void
}
