/** The fields that commands are made of. Strict and flat: unknown keys are refused, everything is bounded. */
import { z } from 'zod'
import { cleanLine, cleanText, graphemes, isVisible } from '../kernel/text.ts'
import type { Millis } from '../kernel/time.ts'
import type { AnnouncementId, CommandId, CueId, EntryId, GroupId, NoteId, PersonId, QuestionId, SegmentId, StepId, TurnId } from './ids.ts'

/** Ids become keys: what every object inherits (`constructor`, `__proto__`) can be nobody's. */
const id = <T>() =>
  z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}$/)
    .refine((key) => !(key in Object.prototype)) as unknown as z.ZodType<T>

/** 128 random bits or more, made by whoever asks. */
export const commandId = z.string().regex(/^[A-Za-z0-9_-]{21,64}$/) as unknown as z.ZodType<CommandId>
export const segmentId = id<SegmentId>()
export const groupId = id<GroupId>()
export const personId = id<PersonId>()
export const entryId = id<EntryId>()
export const turnId = id<TurnId>()
export const questionId = id<QuestionId>()
export const noteId = id<NoteId>()
export const stepId = id<StepId>()
export const cueId = id<CueId>()
export const announcementId = id<AnnouncementId>()

/** 128 random bits or more, kept by the device that made them. */
export const receipt = z.string().regex(/^[A-Za-z0-9_-]{22,64}$/)

/** A length of time between `from` and `to` seconds, in milliseconds, whole seconds. */
export const lengthOfTime = (from: number, to: number) =>
  z
    .number()
    .int()
    .min(from * 1000)
    .max(to * 1000)
    .multipleOf(1000) as unknown as z.ZodType<Millis>

const cleaned = (clean: (text: string) => string | null, limit: number) =>
  z
    .string()
    .max(limit * 16, 'text-too-long')
    .transform((text, context) => {
      const kept = clean(text)
      if (kept === null) return refuse(context, 'text-refused')
      if (!isVisible(kept)) return refuse(context, 'text-empty')
      if (kept.length > limit && graphemes(kept, limit) > limit) return refuse(context, 'text-too-long')
      return kept
    })

const refuse = (context: z.RefinementCtx, why: 'text-refused' | 'text-empty' | 'text-too-long') => {
  context.addIssue({ code: 'custom', message: why })
  return z.NEVER
}

/** One line of at most `limit` graphemes, cleaned. */
export const line = (limit: number) => cleaned(cleanLine, limit)
/** Several lines of at most `limit` graphemes, cleaned. */
export const text = (limit: number) => cleaned(cleanText, limit)

export const none = z.strictObject({})
