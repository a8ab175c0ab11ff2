/**
 * Mail that was accepted and came back later. The message about it goes to the sender's mailbox. Somebody who reads it there notes it here.
 */

import type { Session } from '../../engine/session/session.ts'
import { isAt, isOpen } from '../../services/mail/mail-store.ts'
import { type InvitePorts, listInvitees } from './invite-people.ts'
import { PerSessionQueue } from './per-session-queue.ts'

const notes = new PerSessionQueue()

/**
 * Notes the return of a mail, for everybody whose invitation went to that address. `isReturned`: false if it arrived after all. Returns null
 * if it is noted now, or was noted before.
 */
export const noteReturnedMail = (session: Session, email: string, isReturned: boolean, ports: InvitePorts): Promise<'not-invited' | null> =>
  notes.run(session.id, async () => {
    const [from, to] = isReturned ? (['sent', 'returned'] as const) : (['returned', 'sent'] as const)
    const invited = (await listInvitees(session, ports)).flatMap(({ person, details, delivery }) =>
      delivery && isAt(delivery, email) && isAt(delivery, details.email) && !isOpen(delivery) ? [{ id: person.id, delivery }] : [],
    )
    for (const { id, delivery } of invited)
      if (delivery.status === from) await ports.mail.saveDelivery(session.id, id, { ...delivery, status: to, at: ports.now() })
    return invited.length === 0 ? 'not-invited' : null
  })
