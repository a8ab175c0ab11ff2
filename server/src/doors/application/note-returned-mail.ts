/**
 * Mail that was accepted and came back later. The message about it goes to the sender's mailbox. Somebody who reads it there notes it here.
 */

import type { Session } from '../../engine/session/session.ts'
import { isAt } from '../../services/mail/mail-store.ts'
import { type InvitePorts, listInvitees } from './invite-people.ts'
import { PerSessionQueue } from './per-session-queue.ts'

const notes = new PerSessionQueue()

/** Notes the return of a mail. `isReturned`: false if it arrived after all. Returns null if it is noted now, or was noted before. */
export const noteReturnedMail = (session: Session, email: string, isReturned: boolean, ports: InvitePorts): Promise<'not-invited' | null> =>
  notes.run(session.id, async () => {
    const found = (await listInvitees(session, ports)).find(({ delivery }) => delivery !== null && isAt(delivery, email))
    const delivery = found?.delivery
    if (!found || !delivery || !isAt(delivery, found.details.email)) return 'not-invited'
    if (delivery.status === 'waiting' || delivery.status === 'sending') return 'not-invited'
    const [from, to] = isReturned ? (['sent', 'returned'] as const) : (['returned', 'sent'] as const)
    if (delivery.status === from) await ports.mail.saveDelivery(session.id, found.person.id, { ...delivery, status: to, at: ports.now() })
    return null
  })
