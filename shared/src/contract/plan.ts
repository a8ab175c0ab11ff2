/** The plan of a session, and the schema of the plan file. */

import { z } from 'zod'
import type { ReadonlyDeep } from '../kernel/readonly-deep.ts'
import type { Instant, Millis } from '../kernel/time.ts'
import { languageIds, type Wording } from '../kernel/wording.ts'
import { planBounds, type Range } from './bounds-of-plan.ts'
import { type CaptionRules, maxTracks, usualDelay } from './captions.ts'
import type { ByChannel } from './channels.ts'
import { type Attribution, attributions, type ModerationMode, moderationModes, type OrderMode, orderModes } from './enums.ts'
import { groupIdSchema, multilineText, plannedWordingOf, segmentIdSchema, singleLineText } from './field-schemas.ts'
import { type GroupMarkName, groupMarks } from './group-marks.ts'
import type { GroupId, SegmentId } from './ids.ts'
import { usualLimits } from './kinds.ts'
import type { Limits } from './limits.ts'
import { namesNoUser, type Paper } from './papers.ts'
import { type SegmentKind, segmentKinds } from './segment-kinds.ts'
import { captionLanguageSchema } from './spoken-language.ts'

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
  /** None if missing. */
  readonly papers?: readonly Paper[]
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
  /** Nobody is to come. False if missing. */
  readonly cancelled?: boolean
  readonly meetingLink: string | null
  readonly captionsLink: string | null
}

const dateTimeSchema = z.iso.datetime({ offset: true })
const within = (number: z.ZodNumber, { from, to }: Range) => number.min(from).max(to)
const whole = (range: Range) => within(z.number().int(), range)
/** A plan file names each channel. One that is added does not compile without its field. */
const channelLimit = whole(planBounds.ownLimit).optional()
const channelLimits: ByChannel<typeof channelLimit> = { room: channelLimit, remote: channelLimit }
const linkSchema = z.url({ protocol: /^https?$/ }).max(planBounds.link)
/** Normalized, so that characters that could mislead a reader are written in ASCII. */
const paperAddressSchema = z
  .url({ protocol: /^https$/, normalize: true, error: 'not an https address' })
  .max(planBounds.paperAddress)
  .refine(namesNoUser, 'names a user')

/** The plan file as people write it (YAML): lengths in seconds and minutes, ISO times with an offset. */
export const planFileSchema = z
  .strictObject({
    /** The language in which the texts were written; others are translations. If absent, it is the title's, if that has languages. */
    language: z.enum(languageIds).optional(),
    title: plannedWordingOf(singleLineText(planBounds.title)),
    short: plannedWordingOf(singleLineText(planBounds.short)).optional(),
    series: singleLineText(planBounds.series).optional(),
    host: singleLineText(planBounds.host).optional(),
    venue: singleLineText(planBounds.venue).optional(),
    place: singleLineText(planBounds.place),
    timeZone: z.string().max(planBounds.timeZone).refine(isTimeZone, 'not a time zone'),
    startsAt: dateTimeSchema,
    endsAt: dateTimeSchema,
    about: multilineText(planBounds.about).optional(),
    /** The session will not take place. */
    cancelled: z.boolean().default(false),
    groups: z
      .array(
        z.strictObject({
          id: groupIdSchema,
          label: plannedWordingOf(singleLineText(planBounds.groupLabel)),
          short: plannedWordingOf(singleLineText(planBounds.short)).optional(),
          mark: z.enum(groupMarks),
        }),
      )
      .min(1)
      .max(planBounds.groups),
    segments: z
      .array(
        z.strictObject({
          id: segmentIdSchema,
          kind: z.enum(segmentKinds),
          title: plannedWordingOf(singleLineText(planBounds.segmentTitle)),
          minutes: within(z.number(), planBounds.minutes),
          question: plannedWordingOf(multilineText(planBounds.question)).optional(),
          endsBy: dateTimeSchema.optional(),
          opensList: z.boolean().default(false),
          speakers: z
            .array(
              z.strictObject({
                entity: singleLineText(planBounds.entity),
                group: groupIdSchema.optional(),
                limit: whole(planBounds.limit).optional(),
              }),
            )
            .max(planBounds.speakers)
            .default([]),
        }),
      )
      .min(1)
      .max(planBounds.segments),
    papers: z
      .array(
        z.strictObject({
          title: plannedWordingOf(singleLineText(planBounds.paperTitle)),
          address: paperAddressSchema,
          segment: segmentIdSchema.optional(),
        }),
      )
      .max(planBounds.papers)
      .default([]),
    floor: z
      .strictObject({
        limit: whole(planBounds.limit).default(180),
        warnings: z.array(whole(planBounds.warning)).max(planBounds.warnings).default([30, 10]),
        order: z.enum(orderModes).default('received'),
        overtakes: whole(planBounds.overtakes).default(4),
        limits: z
          .strictObject({
            groups: z.record(groupIdSchema as unknown as z.ZodType<string>, whole(planBounds.ownLimit)).default({}),
            ...channelLimits,
          })
          .prefault({}),
        grace: whole(planBounds.grace).default(0),
        reserve: whole(planBounds.reserve).default(0),
        pointOfOrder: whole(planBounds.shortTurn).default(usualLimits.pointOfOrder / 1000),
        rightOfReply: whole(planBounds.shortTurn).default(usualLimits.rightOfReply / 1000),
      })
      .prefault({}),
    questions: z
      .strictObject({
        moderation: z.enum(moderationModes).default('before'),
        attribution: z.enum(attributions).default('named'),
        length: whole(planBounds.questionLength).default(280),
        cap: whole(planBounds.cap).optional(),
        answer: whole(planBounds.answer).default(usualLimits.answer / 1000),
      })
      .prefault({}),
    notes: z
      .strictObject({
        tags: z.array(singleLineText(planBounds.tag)).max(planBounds.tags).refine(areDistinct, 'two tags are the same').default([]),
      })
      .prefault({}),
    statements: z.strictObject({ words: whole(planBounds.words).default(500), anytime: z.boolean().default(false) }).prefault({}),
    captions: z
      .strictObject({
        kept: z.boolean().default(true),
        delay: whole(planBounds.captionDelay).default(usualDelay / 1000),
        languages: z.array(captionLanguageSchema).max(maxTracks).refine(areDistinct, 'two languages are the same').default([]),
      })
      .prefault({}),
    access: z.strictObject({ walkIns: z.boolean().default(false), places: whole(planBounds.walkIns).default(2000) }).prefault({}),
    privacy: z.strictObject({ deletePersonalDataAfterDays: whole(planBounds.daysKept).default(30) }).prefault({}),
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
  .refine(
    ({ papers, segments }) => papers.every(({ segment }) => segment === undefined || segments.some(({ id }) => id === segment)),
    'a paper names an item that is not there',
  )
  .refine((file) => haveUniqueIds(file.groups) && haveUniqueIds(file.segments), 'two groups or two segments share an id')

export type PlanFile = ReadonlyDeep<z.infer<typeof planFileSchema>>
/** A plan file as a program writes it: with every field, undefined where it has no value. A forgotten field does not compile. */
export type WrittenPlanFile = Stated<PlanFile>
type Stated<T> = T extends string | number | boolean | undefined
  ? T
  : T extends readonly (infer Row)[]
    ? readonly Stated<Row>[]
    : 'original' extends keyof T
      ? T
      : { readonly [K in keyof Required<T>]: Stated<T[K]> }

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
