/** What is planned before anybody comes: the content of a session file, checked. */
import { z } from 'zod'
import type { Instant, Millis } from '../kernel/time.ts'
import { type Attribution, attributions, type Moderation, moderations, type OrderMode, orderModes } from './enums.ts'
import { groupId, line, segmentId, text } from './field-schemas.ts'
import type { GroupId, SegmentId } from './ids.ts'
import type { Limits } from './limits.ts'

/** Each group has a shape beside its name; colour only repeats it. */
export const marks = ['square', 'circle', 'diamond', 'triangle', 'hexagon'] as const
export type Mark = (typeof marks)[number]

export const segmentKinds = ['opening', 'topic', 'panel', 'open-floor', 'closing'] as const
export type SegmentKind = (typeof segmentKinds)[number]

export type Group = { readonly id: GroupId; readonly label: string; readonly short: string; readonly mark: Mark }

export type PlannedSegment = {
  readonly id: SegmentId
  readonly kind: SegmentKind
  readonly title: string
  /** The guiding question of a topic. */
  readonly question: string | null
  readonly startsAt: Instant
  readonly length: Millis
  /** A hard end of its own, earlier than the session's. */
  readonly endsBy: Instant | null
  /** The floor list opens with it. */
  readonly opensList: boolean
  /** Who speaks in it without having asked, in this order. */
  readonly speakers: readonly ListedSpeaker[]
}

/** Named in the programme. A panellist of that entity who is registered is meant by it. */
export type ListedSpeaker = { readonly entity: string; readonly group: GroupId | null; readonly limit: Millis | null }

export type FloorRules = {
  readonly limits: Limits
  /** Time left at which the speaker is warned, longest first. */
  readonly warnings: readonly Millis[]
  readonly order: OrderMode
  /** How often an entry may be overtaken by automatic order. */
  readonly overtakes: number
  /** After the limit, before anybody is asked to conclude. */
  readonly grace: Millis
  /** Kept free at the end of each segment, in the forecast. */
  readonly reserve: Millis
}

export type QuestionRules = {
  readonly moderation: Moderation
  readonly attribution: Attribution
  /** In graphemes. */
  readonly length: number
  /** How many of one person's may be open at once; null for no bound. Cannot be told where authors are not kept. */
  readonly cap: number | null
}

/** Points that the secretariat writes down can be tagged with these. */
export type NoteRules = { readonly tags: readonly string[] }

/** Text in writing from those who were not heard. */
export type StatementRules = {
  /** The most words of one. */
  readonly words: number
  /** From anybody and as soon as the session is open, not only from those who were not heard. */
  readonly anytime: boolean
}

/** A whole planned session; what `session.create` records as its first event. */
export type Plan = {
  readonly title: string
  /** Short enough for a phone's head. */
  readonly short: string
  readonly series: string | null
  readonly host: string | null
  readonly venue: string | null
  readonly place: string
  readonly timeZone: string
  readonly startsAt: Instant
  /** The hard end. */
  readonly endsAt: Instant
  readonly about: string | null
  readonly groups: readonly Group[]
  readonly segments: readonly PlannedSegment[]
  readonly floor: FloorRules
  readonly questions: QuestionRules
  readonly notes: NoteRules
  readonly statements: StatementRules
  readonly walkIns: boolean
  /** Names, addresses, languages and consents are forgotten so long after the close. */
  readonly deletePersonalDataAfterDays: number
  /** Played to practise; marked on every screen. */
  readonly rehearsal: boolean
  readonly meetingLink: string | null
  readonly captionsLink: string | null
}

const clock = z.iso.datetime({ offset: true })
const wholeSeconds = (from: number, to: number) => z.number().int().min(from).max(to)
const link = z.url({ protocol: /^https?$/ }).max(2000)

/** The file as people write it (YAML): seconds and minutes, ISO times with offset. */
export const planFile = z
  .strictObject({
    title: line(160),
    short: line(40).optional(),
    series: line(160).optional(),
    host: line(160).optional(),
    venue: line(160).optional(),
    place: line(40),
    timeZone: z.string().max(64).refine(isTimeZone, 'not a time zone'),
    startsAt: clock,
    endsAt: clock,
    about: text(2000).optional(),
    groups: z
      .array(z.strictObject({ id: groupId, label: line(80), short: line(40).optional(), mark: z.enum(marks) }))
      .min(1)
      .max(12),
    segments: z
      .array(
        z.strictObject({
          id: segmentId,
          kind: z.enum(segmentKinds),
          title: line(160),
          minutes: z.number().min(1).max(600),
          question: text(600).optional(),
          endsBy: clock.optional(),
          opensList: z.boolean().default(false),
          speakers: z
            .array(z.strictObject({ entity: line(120), group: groupId.optional(), limit: wholeSeconds(30, 3600).optional() }))
            .max(40)
            .default([]),
        }),
      )
      .min(1)
      .max(60),
    floor: z
      .strictObject({
        limit: wholeSeconds(30, 3600).default(180),
        warnings: z.array(wholeSeconds(0, 600)).max(3).default([30, 10]),
        order: z.enum(orderModes).default('received'),
        overtakes: z.number().int().min(0).max(20).default(4),
        limits: z
          .strictObject({
            groups: z.record(groupId as unknown as z.ZodType<string>, wholeSeconds(15, 3600)).default({}),
            room: wholeSeconds(15, 3600).optional(),
            remote: wholeSeconds(15, 3600).optional(),
          })
          .prefault({}),
        grace: wholeSeconds(0, 120).default(0),
        reserve: wholeSeconds(0, 3600).default(0),
        pointOfOrder: wholeSeconds(30, 600).default(60),
        rightOfReply: wholeSeconds(30, 600).default(120),
      })
      .prefault({}),
    questions: z
      .strictObject({
        moderation: z.enum(moderations).default('before'),
        attribution: z.enum(attributions).default('named'),
        length: z.number().int().min(40).max(1000).default(280),
        cap: z.number().int().min(1).max(100).optional(),
        answer: wholeSeconds(30, 1800).default(120),
      })
      .prefault({}),
    notes: z.strictObject({ tags: z.array(line(24)).max(6).refine(differ, 'two tags are the same').default([]) }).prefault({}),
    statements: z
      .strictObject({ words: z.number().int().min(50).max(1000).default(500), anytime: z.boolean().default(false) })
      .prefault({}),
    access: z.strictObject({ walkIns: z.boolean().default(false) }).prefault({}),
    privacy: z.strictObject({ deletePersonalDataAfterDays: z.number().int().min(0).max(3650).default(30) }).prefault({}),
    links: z.strictObject({ meeting: link.optional(), captions: link.optional() }).prefault({}),
  })
  .refine((file) => Date.parse(file.startsAt) < Date.parse(file.endsAt), 'the session ends before it starts')
  .refine(
    ({ groups, floor, segments }) =>
      [...Object.keys(floor.limits.groups), ...segments.flatMap(({ speakers }) => speakers.flatMap(({ group }) => group ?? []))].every(
        (id) => groups.some((group) => group.id === id),
      ),
    'a limit or a listed speaker names a group that is not there',
  )
  .refine((file) => unique(file.groups) && unique(file.segments), 'two groups or two segments share an id')

export type PlanFile = z.infer<typeof planFile>

function unique(things: readonly { readonly id: string }[]): boolean {
  return new Set(things.map((thing) => thing.id)).size === things.length
}

function differ(words: readonly string[]): boolean {
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
