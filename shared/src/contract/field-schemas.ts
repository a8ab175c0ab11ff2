/** Schemas for the fields of commands. Everything has a bound. */
import { z } from 'zod'
import { cleanLine, cleanText } from '../kernel/clean-text.ts'
import { countGraphemesByPattern } from '../kernel/grapheme-pattern.ts'
import type { Instant, Millis } from '../kernel/time.ts'
import { isVisible } from '../kernel/visible-text.ts'
import { getOriginal, type LanguageId, languageIds, type Wording } from '../kernel/wording.ts'
import type {
  AnnouncementId,
  CommandId,
  CueId,
  EntryId,
  GroupId,
  NoteId,
  PersonId,
  PromptId,
  QuestionId,
  SegmentId,
  StatementId,
  StepId,
  TurnId,
} from './ids.ts'

/** Ids become object keys. Names that every object inherits (`constructor`, `__proto__`) are therefore not valid ids. */
const idSchema = <T>() =>
  z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}$/)
    .refine((key) => !(key in Object.prototype)) as unknown as z.ZodType<T>

/** At least 128 random bits, created by the sender. */
export const commandIdSchema = z.string().regex(/^[A-Za-z0-9_-]{21,64}$/) as unknown as z.ZodType<CommandId>
export const segmentIdSchema = idSchema<SegmentId>()
export const groupIdSchema = idSchema<GroupId>()
export const personIdSchema = idSchema<PersonId>()
export const entryIdSchema = idSchema<EntryId>()
export const turnIdSchema = idSchema<TurnId>()
export const questionIdSchema = idSchema<QuestionId>()
export const statementIdSchema = idSchema<StatementId>()
export const noteIdSchema = idSchema<NoteId>()
export const stepIdSchema = idSchema<StepId>()
export const cueIdSchema = idSchema<CueId>()
export const announcementIdSchema = idSchema<AnnouncementId>()
export const promptIdSchema = idSchema<PromptId>()

/** At least 128 random bits, stored only on the device that created them. */
export const receiptSchema = z.string().regex(/^[A-Za-z0-9_-]{22,64}$/)

/** A time, in milliseconds. */
export const serverTimeSchema = z.number().int().positive() as unknown as z.ZodType<Instant>

/** A length of time in milliseconds: whole seconds, between `from` and `to` seconds. */
export const duration = (from: number, to: number) =>
  z
    .number()
    .int()
    .min(from * 1000)
    .max(to * 1000)
    .multipleOf(1000) as unknown as z.ZodType<Millis>

const cleanedText = (clean: (text: string) => string | null, limit: number, maxUnits = limit * 16) =>
  z
    .string()
    .max(limit * 16, 'text-too-long')
    .transform((text, context) => {
      const cleanedValue = clean(text)
      if (cleanedValue === null) return addTextIssue(context, 'text-refused')
      if (!isVisible(cleanedValue)) return addTextIssue(context, 'text-empty')
      if (cleanedValue.length > maxUnits) return addTextIssue(context, 'text-too-long')
      if (cleanedValue.length > limit && countGraphemesByPattern(cleanedValue, limit) > limit) return addTextIssue(context, 'text-too-long')
      return cleanedValue
    })

const addTextIssue = (context: z.RefinementCtx, reason: 'text-refused' | 'text-empty' | 'text-too-long') => {
  context.addIssue({ code: 'custom', message: reason })
  return z.NEVER
}

/** One line of at most `limit` graphemes, cleaned. Reports `text-empty`, `text-too-long` or `text-refused`. */
export const singleLineText = (limit: number) => cleanedText(cleanLine, limit)
/**
 * Several lines of at most `limit` graphemes, cleaned. Reports the same reasons. `maxUnits`: the most UTF-16 units, if fewer than usual.
 */
export const multilineText = (limit: number, maxUnits?: number) => cleanedText(cleanText, limit, maxUnits)

/** A text for each language, if `text` is the schema of one. */
export const textsOf = <Text extends z.ZodType>(text: Text) => {
  const one = text.optional()
  return z.strictObject({ ar: one, zh: one, en: one, fr: one, ru: one, es: one } satisfies Record<LanguageId, unknown>)
}

const isWritten = (wording: Wording): boolean => getOriginal(wording) !== null

/** One text, or texts such as `{ "en": text, "fr": text }`. There is at least one. The plan states the original once, for all its texts. */
export const plannedWordingOf = (text: z.ZodType<string, string>): z.ZodType<Wording, Wording> =>
  z.union([text, textsOf(text).refine(isWritten, 'text-empty')])

/** One text, or such as `{ "original": "en", "en": text, "fr": text }`. */
export const wordingOf = (text: z.ZodType<string, string>): z.ZodType<Wording, Wording> =>
  z.union([
    text,
    textsOf(text)
      .extend({ original: z.enum(languageIds).optional() })
      .refine(isWritten, 'text-empty'),
  ])

export const noFields = z.strictObject({})
