/**
 * The booth as a feed over the connection of an interpreter. The right is checked when the feed is followed, and the loss of it ends the
 * connection.
 */
import type { PersonId } from '@rostrum/shared/contract/ids'
import { z } from 'zod'
import type { Session } from '../../engine/session/session.ts'
import type { BoothReader } from './booth-room.ts'
import type { Booths } from './booths.ts'

const requestSchema = z.strictObject({ booth: z.literal(true) })

export const openBoothFeed = <Packets>(booths: Booths<Packets>) => ({
  /** Resolves with undefined if the request is for another feed, and with null if this person has no booth. */
  follow: async (session: Session, person: PersonId, request: unknown, reader: BoothReader<Packets>) => {
    if (!requestSchema.safeParse(request).success) return undefined
    const { booth, revoked = true } = session.state.people.all.get(person) ?? {}
    return booth === undefined || revoked ? null : booths.follow(session, booth, reader)
  },
  leave: (session: Session, reader: BoothReader<Packets>) => {
    booths.leave(session, reader)
  },
})
