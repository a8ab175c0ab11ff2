/** Captions as a feed over the connection of a screen. */
import type { PersonId } from '@rostrum/shared/contract/ids'
import { z } from 'zod'
import type { Session } from '../../engine/session/session.ts'
import type { Logger } from '../../engine/telemetry/logger.ts'
import type { Captions } from './captions.ts'
import type { CaptionReader } from './send-to-readers.ts'

const requestSchema = z.strictObject({ language: z.string().max(40).nullable() })

export const openCaptionFeed = <Packets>(captions: Captions<Packets>, logger: Logger) => ({
  /** Resolves with undefined if the request is for another feed. */
  follow: async (session: Session, _: PersonId, request: unknown, reader: CaptionReader<Packets>) => {
    const parsed = requestSchema.safeParse(request)
    if (!parsed.success) return undefined
    try {
      return await captions.follow(session, parsed.data.language, reader)
    } catch (error) {
      logger.error({ err: error, session: session.id }, 'captions cannot be read')
      return null
    }
  },
  leave: (session: Session, reader: CaptionReader<Packets>) => {
    captions.leave(session, reader)
  },
})
