/** The plan of a session, and the schema of the plan file. */

import { z } from 'zod'
import type { ReadonlyDeep } from '../kernel/readonly-deep.ts'
import type { Instant, Millis } from '../kernel/time.ts'
import type { Wording } from '../kernel/wording.ts'
import { type CaptionRules, maxTracks, usualDelay } from './captions.ts'
import { type Attribution, attributions, type ModerationMode, moderationModes, type OrderMode, orderModes } from './enums.ts'
import { groupIdSchema, multilineText, segmentIdSchema, singleLineText, wordingOf } from './field-schemas.ts'
import { type GroupMarkName, groupMarks } from './group-marks.ts'
import type { GroupId, SegmentId } from './ids.ts'
import { maxCaptionDelay, maxEntityLength, maxPeople, maxTitleLength } from './lengths.ts'
import type { Limits } from './limits.ts'
import { spokenLanguageSchema } from './spoken-language.ts'

export const segmentKinds = ['opening', 'topic', 'panel', 'open-floor', 'closing'] as const
export type SegmentKind = (typeof segmentKinds)[number]

export type Group = { readonly id: GroupId; readonly label: Wording; readonly short: Wording; readonly mark: GroupMarkName }

export type PlannedSegment = {
  readonly id: SegmentId
  readonly kind: SegmentKind
  readonly title: Wording
  /** The guiding question of a topic. */
  readonly question: Wording | null
  readonly startsAt: Instant
  readonly length: Millis
  /** The hard stop of this segment, earlier than the end of the session. */
  readonly endsBy: Instant | null
  /** True if the queue opens when the segment starts. */
  readonly opensList: boolean
  /** Speakers in the programme, who do not have to ask, in this order. */
  readonly speakers: readonly PlannedSpeaker[]
}

/** A speaker named in the programme: the registered panellist of this entity, if there is one. */
export type PlannedSpeaker = { readonly entity: string; readonly group: GroupId | null; readonly limit: Millis | null }

type FloorRules = {
  readonly limits: Limits
  /** Time left when the speaker gets a warning, longest first. */
  readonly warnings: readonly Millis[]
  readonly order: OrderMode
  /** How often the order rule may overtake one entry. */
  readonly overtakes: number
  /** The time after the limit before a speaker is asked to conclude. */
  readonly grace: Millis
  /** The time that the forecast leaves free at the end of each segment. */
  readonly reserve: Millis
}

export type QuestionRules = {
  readonly moderation: ModerationMode
  readonly attribution: Attribution
  /** In graphemes. */
  readonly length: number
  /** The number of questions that one person may have open at once; null for no limit. It has no effect if authors are not recorded. */
  readonly cap: number | null
}

/** The tags that notes of the secretariat can have. */
type NoteRules = { readonly tags: readonly string[] }

/** Written statements from people who were not reached. */
type StatementRules = {
  /** The maximum number of words of a statement. */
  readonly words: number
  /** True if everybody may submit as soon as the session is open, not only people who were not reached. */
  readonly anytime: boolean
}

/** A whole plan. `session.create` records it in its first event. */
export type Plan = {
  readonly title: Wording
  /** Short enough for the header of a phone screen. */
  readonly short: Wording
  readonly series: string | null
  readonly host: string | null
  readonly venue: string | null
  readonly place: string
  readonly timeZone: string
  readonly startsAt: Instant
  /** The hard stop of the session. */
  readonly endsAt: Instant
  readonly about: string | null
  readonly groups: readonly Group[]
  readonly segments: readonly PlannedSegment[]
  readonly floor: FloorRules
  readonly questions: QuestionRules
  readonly notes: NoteRules
  readonly statements: StatementRules
  readonly captions: CaptionRules
  readonly walkIns: boolean
  /** The number of people who may join by code, until somebody who manages the roster lets more in. */
  readonly walkInPlaces: number
  /** Days after the close until names, addresses, languages and consents are deleted. */
  readonly deletePersonalDataAfterDays: number
  /** A session for practice, marked as such on every screen. */
  readonly rehearsal: boolean
  /** How many times faster time passes in a rehearsal than in a session. 1 if missing. */
  readonly pace?: number
  readonly meetingLink: string | null
  readonly captionsLink: string | null
}

const dateTimeSchema = z.iso.datetime({ offset: true })
const wholeSecondsSchema = (from: number, to: number) => z.number().int().min(from).max(to)
const linkSchema = z.url({ protocol: /^https?$/ }).max(2000)

/** The plan file as people write it (YAML): lengths in seconds and minutes, ISO times with an offset. */
export const planFileSchema = z
  .strictObject({
    title: wordingOf(singleLineText(maxTitleLength)),
    short: wordingOf(singleLineText(40)).optional(),
    series: singleLineText(160).optional(),
    host: singleLineText(160).optional(),
    venue: singleLineText(160).optional(),
    place: singleLineText(40),
    timeZone: z.string().max(64).refine(isTimeZone, 'not a time zone'),
    startsAt: dateTimeSchema,
    endsAt: dateTimeSchema,
    about: multilineText(2000).optional(),
    groups: z
      .array(
        z.strictObject({
          id: groupIdSchema,
          label: wordingOf(singleLineText(80)),
          short: wordingOf(singleLineText(40)).optional(),
          mark: z.enum(groupMarks),
        }),
      )
      .min(1)
      .max(12),
    segments: z
      .array(
        z.strictObject({
          id: segmentIdSchema,
          kind: z.enum(segmentKinds),
          title: wordingOf(singleLineText(160)),
          minutes: z.number().min(1).max(600),
          question: wordingOf(multilineText(600)).optional(),
          endsBy: dateTimeSchema.optional(),
          opensList: z.boolean().default(false),
          speakers: z
            .array(
              z.strictObject({
                entity: singleLineText(maxEntityLength),
                group: groupIdSchema.optional(),
                limit: wholeSecondsSchema(30, 3600).optional(),
              }),
            )
            .max(40)
            .default([]),
        }),
      )
      .min(1)
      .max(60),
    floor: z
      .strictObject({
        limit: wholeSecondsSchema(30, 3600).default(180),
        warnings: z.array(wholeSecondsSchema(0, 600)).max(3).default([30, 10]),
        order: z.enum(orderModes).default('received'),
        overtakes: z.number().int().min(0).max(20).default(4),
        limits: z
          .strictObject({
            groups: z.record(groupIdSchema as unknown as z.ZodType<string>, wholeSecondsSchema(15, 3600)).default({}),
            room: wholeSecondsSchema(15, 3600).optional(),
            remote: wholeSecondsSchema(15, 3600).optional(),
          })
          .prefault({}),
        grace: wholeSecondsSchema(0, 120).default(0),
        reserve: wholeSecondsSchema(0, 3600).default(0),
        pointOfOrder: wholeSecondsSchema(30, 600).default(60),
        rightOfReply: wholeSecondsSchema(30, 600).default(120),
      })
      .prefault({}),
    questions: z
      .strictObject({
        moderation: z.enum(moderationModes).default('before'),
        attribution: z.enum(attributions).default('named'),
        length: z.number().int().min(40).max(1000).default(280),
        cap: z.number().int().min(1).max(100).optional(),
        answer: wholeSecondsSchema(30, 1800).default(120),
      })
      .prefault({}),
    notes: z
      .strictObject({ tags: z.array(singleLineText(24)).max(6).refine(areDistinct, 'two tags are the same').default([]) })
      .prefault({}),
    statements: z
      .strictObject({ words: z.number().int().min(50).max(1000).default(500), anytime: z.boolean().default(false) })
      .prefault({}),
    captions: z
      .strictObject({
        kept: z.boolean().default(true),
        delay: wholeSecondsSchema(0, maxCaptionDelay).default(usualDelay / 1000),
        languages: z.array(spokenLanguageSchema).max(maxTracks).refine(areDistinct, 'two languages are the same').default([]),
      })
      .prefault({}),
    access: z
      .strictObject({ walkIns: z.boolean().default(false), places: z.number().int().min(1).max(maxPeople).default(2000) })
      .prefault({}),
    privacy: z.strictObject({ deletePersonalDataAfterDays: z.number().int().min(0).max(3650).default(30) }).prefault({}),
    links: z.strictObject({ meeting: linkSchema.optional(), captions: linkSchema.optional() }).prefault({}),
  })
  .refine((file) => Date.parse(file.startsAt) < Date.parse(file.endsAt), 'the session ends before it starts')
  .refine(
    ({ groups, floor, segments }) =>
      [...Object.keys(floor.limits.groups), ...segments.flatMap(({ speakers }) => speakers.flatMap(({ group }) => group ?? []))].every(
        (id) => groups.some((group) => group.id === id),
      ),
    'a limit or a speaker in the programme names a group that is not there',
  )
  .refine((file) => haveUniqueIds(file.groups) && haveUniqueIds(file.segments), 'two groups or two segments share an id')

export type PlanFile = ReadonlyDeep<z.infer<typeof planFileSchema>>

function haveUniqueIds(things: readonly { readonly id: string }[]): boolean {
  return new Set(things.map((thing) => thing.id)).size === things.length
}

function areDistinct(words: readonly string[]): boolean {
  return new Set(words).size === words.length
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
