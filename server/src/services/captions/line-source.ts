/** Lines of captions over a socket. They are the same lines, checks and answers as over HTTP, for a program that keeps its connection. */
import { maxSeq, maxWaited } from '@rostrum/shared/contract/caption-files'
import type { CaptionReply } from '@rostrum/shared/protocol/captions'
import { z } from 'zod'
import type { Logger } from '../../engine/telemetry/logger.ts'
import { getIntent } from './caption-line.ts'
import { readCaptionText } from './caption-text.ts'
import type { Captions } from './captions.ts'

const authSchema = z.strictObject({ key: z.string().min(1).max(200) })
const lineSchema = z.strictObject({
  text: z.string(),
  seq: z.number().int().min(0).max(maxSeq).optional(),
  waited: z.number().int().min(0).max(maxWaited).default(0),
  new: z.boolean().default(false),
  correct: z.boolean().default(false),
})

export const openLineSource = (captions: Pick<Captions<never>, 'enter' | 'take'>, logger: Logger) => ({
  name: '/captions',
  event: 'line',
  enter: async (auth: unknown, end: () => void) => {
    const parsed = authSchema.safeParse(auth)
    if (!parsed.success) return null
    const { key } = parsed.data
    const entered = await captions.enter(key, end)
    if (entered === null) return null
    const take = async (message: unknown): Promise<CaptionReply> => {
      const line = lineSchema.safeParse(message)
      if (!line.success) return { ok: false, reason: 'malformed' }
      const read = readCaptionText(line.data.text)
      if (!read.ok) return read
      try {
        const { seq = null, waited, new: isNew, correct } = line.data
        const taken = await captions.take(key, { seq, text: read.text, waited, intent: getIntent(isNew, correct) })
        return typeof taken === 'number' ? { ok: true, seq: taken } : { ok: false, reason: taken }
      } catch (error) {
        logger.error({ err: error }, 'a line of captions could not be taken')
        return { ok: false, reason: 'unavailable' }
      }
    }
    return { ...entered, take }
  },
})
