/**
 * The record of a session. Times are ISO 8601 in UTC, lengths are seconds. All exports are made from it, with the same ids. Anybody can
 * check it against the log.
 */

import { z } from 'zod'
import type { ReadonlyDeep } from '../kernel/readonly-deep.ts'
import { languageIds } from '../kernel/wording.ts'
import { type ByChannel, channels } from './channels.ts'
import { answerKinds, declineReasons, entryKinds, orderModes, removalReasons, requestChannels, sessionPhases } from './enums.ts'
import { textsOf } from './field-schemas.ts'
import { groupMarks } from './group-marks.ts'
import { turnKinds } from './kinds.ts'
import { offices } from './offices.ts'
import { questionStatuses } from './question-statuses.ts'
import { captionsSchema, turnWordsSchema } from './record-captions.ts'
import { notConfirmed, noteSchema, statementSchema } from './record-points.ts'
import { senseSchema } from './record-sense.ts'
import { segmentKinds } from './segment-kinds.ts'

const id = z.string()
const time = z.iso.datetime()
const seconds = z.number().int().nonnegative()
const count = z.number().int().nonnegative()
const group = id.nullable()
const channel = z.enum(channels)
/** The number in the report: 1, 2, 3 …, or 0 for rows without a number. */
const number = z.number().int().nonnegative()
/** A text in every language of the session. Absent if one text is for everybody. */
const textByLanguage = textsOf(z.string()).optional()
/** Null in the public version if it would reveal a count of fewer than three people. */
const guardedCount = count.nullable()

/** `joint`: another entry spoke for it. `waiting`: not called yet, in a record made while the session is running. */
export const requestOutcomes = ['heard', 'joint', 'withdrawn', 'removed', 'not-reached', 'speaking', 'waiting'] as const

const segmentSchema = z.strictObject({
  id,
  kind: z.enum(segmentKinds),
  title: z.string(),
  titles: textByLanguage,
  question: z.string().nullable(),
  questions: textByLanguage,
  planned: z.strictObject({ startsAt: time, seconds }),
  /** Null if the segment never started. `endedAt` is null for the current segment. */
  actual: z.strictObject({ startedAt: time, endedAt: time.nullable(), seconds, suspendedSeconds: seconds }).nullable(),
})

/** A document that the session had before it. `segment` is null if it belongs to the whole session. */
const paperSchema = z.strictObject({ title: z.string(), titles: textByLanguage, address: z.string(), segment: id.nullable() })

const turnSchema = z.strictObject({
  id,
  /** Interventions and rights of reply are numbered in the order of their start. 0 for points of order and answers. */
  number,
  kind: z.enum(turnKinds),
  segment: id.nullable(),
  /** Null for an answer without an assignee. */
  entity: z.string().nullable(),
  notConfirmed,
  group,
  channel: channel.nullable(),
  /** The primary tag of the language that was spoken. Absent if not specified. */
  language: z.string().optional(),
  onBehalfOf: z.array(z.string()),
  request: id.nullable(),
  question: id.nullable(),
  askedAt: time,
  calledAt: time,
  startedAt: time,
  endedAt: time,
  limitSeconds: seconds,
  extendedSeconds: z.number().int(),
  usedSeconds: seconds,
  overSeconds: seconds,
  pausedSeconds: seconds,
  /** The words in each language that had captions, the spoken language first. Absent if there are none, and in the public version. */
  words: z.array(turnWordsSchema).optional(),
})

const requestSchema = z.strictObject({
  id,
  /**
   * The number of its intervention. Requests not reached, then all others, continue from there. 0 for points of order, and in the public
   * version for those that were withdrawn.
   */
  number,
  kind: z.enum(entryKinds),
  segment: id.nullable(),
  /** Null in the public version if the request was withdrawn, like group and both channels. */
  entity: z.string().nullable(),
  notConfirmed,
  group,
  channel: channel.nullable(),
  requestChannel: z.enum(requestChannels).nullable(),
  /** True for speakers who did not have to ask: in the programme, or given the floor by the Chair. */
  listed: z.boolean(),
  topic: z.string().nullable(),
  /** To the minute in the public version if the request was withdrawn. */
  askedAt: time,
  outcome: z.enum(requestOutcomes),
  /** How often the speaker was called and absent. */
  missedCalls: number,
  reason: z.enum(removalReasons).nullable(),
  turn: id.nullable(),
  /** The time from the request to the start of the turn; null if it was not heard. */
  waitSeconds: seconds.nullable(),
})

const questionSchema = z.strictObject({
  id,
  /** 0 if it was never published. */
  number: z.number().int().nonnegative(),
  text: z.string(),
  original: z.string().nullable(),
  entity: z.string().nullable(),
  notConfirmed,
  group,
  channel: channel.nullable(),
  segment: id.nullable(),
  tags: z.array(z.string()),
  /** Null in the public version if authors are hidden. It could be matched with a request from the same time. */
  askedAt: time.nullable(),
  status: z.enum(questionStatuses),
  reason: z.enum(declineReasons).nullable(),
  answer: z.enum(answerKinds).nullable(),
  answeredBy: z.string().nullable(),
  answerSeconds: seconds.nullable(),
  into: id.nullable(),
  support: z.strictObject({ total: guardedCount, groups: z.array(id) }),
})

const takenBy = z.enum(offices).nullable()
/** `number`: counted from 1, among all who were ever admitted to the same office. */
const officeFields = { office: z.enum(offices), number: z.number().int().positive() }

/** The country or delegation of an officer. Null if none was given. */
const officerEntity = z.string().nullable()

/** Decisions during the session that a reader needs to understand the figures. */
const decisionSchema = z.strictObject({
  at: time,
  what: z.enum(['limit', 'order', 'remedy', 'suspended', 'resumed', 'ruling', 'list-opened', 'list-closed', 'moved']),
  /** The office of the person who took it. Null if the server took it because a time was up. */
  by: takenBy,
  /** For `limit`: the new limit. */
  seconds: seconds.nullable(),
  /** For `order`: the order mode. For `remedy`: the remedy. For `ruling`: the kind of turn that interrupted. */
  choice: z.string().nullable(),
  /** For `moved`: the request, and its positions in the list before and after. */
  moved: z.strictObject({ request: id, from: number, to: number }).nullable(),
})

/** How the list of speakers was ordered. */
const orderSchema = z.strictObject({
  /** The offices that opened and closed the session. */
  openedBy: takenBy,
  closedBy: takenBy,
  /** The rules in force, each with the time from which it applied. `suggestOnly`: the list stayed in the order of requests. */
  rules: z.array(z.strictObject({ from: time, mode: z.enum(orderModes), suggestOnly: z.boolean() })),
  /** How often a rule may let later requests pass one request, and the most that this happened to one request. */
  maxOvertakes: number,
  mostOvertaken: number,
  /** The limit for everyone when the session was opened. */
  limitSeconds: seconds,
})

const shareFields = { requests: count, heard: count, spokenSeconds: seconds }
const waits = z.strictObject({ median: seconds, longest: seconds }).nullable()
const questionCountsSchema = z.strictObject({
  received: count,
  pending: count,
  published: count,
  merged: count,
  movedToQueue: count,
  withdrawn: count,
  declined: z.record(z.enum(declineReasons), count),
  answered: z.record(z.enum(answerKinds), count),
  notReached: count,
})
/** The names of the fields are part of the format. A channel that is added needs a field, and a new format. */
const guardedCounts: ByChannel<typeof guardedCount> = { room: guardedCount, remote: guardedCount }
const peopleCountsSchema = z.strictObject({
  ...guardedCounts,
  groups: z.array(z.strictObject({ group, ...guardedCounts })),
})
const statisticsSchema = z.strictObject({
  /** Requests for interventions. Entries of the programme, points of order and rights of reply are not counted. */
  requests: z.strictObject({ total: count, ...Object.fromEntries(requestOutcomes.map((outcome) => [outcome, count])) } as {
    total: typeof count
  } & Record<(typeof requestOutcomes)[number], typeof count>),
  spokenSeconds: seconds,
  answersSeconds: seconds,
  groups: z.array(z.strictObject({ group, ...shareFields, waits })),
  channels: z.array(z.strictObject({ channel, ...shareFields, waits })),
  waits,
  /**
   * Interventions and rights of reply by their language, the most spoken first. `language` is null if not specified. Absent if no turn has
   * a language.
   */
  languages: z.array(z.strictObject({ language: z.string().nullable(), turns: count, spokenSeconds: seconds })).optional(),
  registered: peopleCountsSchema,
  /** The registered people who took part. Null if the log does not contain it. */
  present: peopleCountsSchema.nullable(),
  questions: questionCountsSchema,
  /** The same for each part of the agenda. `segment` is null for questions outside it. */
  questionsBySegment: z.array(z.strictObject({ segment: id.nullable(), ...questionCountsSchema.shape })),
})

export const recordSchema = z.strictObject({
  format: z.literal('rostrum-record-2'),
  /** The public version omits what only the secretariat may see. */
  public: z.boolean(),
  session: z.strictObject({
    id,
    title: z.string(),
    titles: textByLanguage,
    /** The language in which the title was written. The other titles are translations. Null if it is not specified. */
    original: z.enum(languageIds).nullable(),
    series: z.string().nullable(),
    host: z.string().nullable(),
    venue: z.string().nullable(),
    place: z.string(),
    timeZone: z.string(),
    about: z.string().nullable(),
    plannedStart: time,
    plannedEnd: time,
    openedAt: time.nullable(),
    closedAt: time.nullable(),
    phase: z.enum(sessionPhases),
    rehearsal: z.boolean(),
    /** The officers who served the session, by function. */
    officers: z.array(z.strictObject({ ...officeFields, entity: officerEntity })),
    /** The officers in the chair, each from this time until the next or the close. Nobody presided if `office` is null. */
    presided: z.array(z.strictObject({ from: time, office: z.enum(offices).nullable(), number, entity: officerEntity })),
    /** The most words of a statement. */
    statementWords: number,
  }),
  /** The number of commits, and the head of the hash chain over them. `rostrum verify` reports the same values. */
  log: z.strictObject({ commits: count, head: z.string(), at: time }),
  /** The promises of the log, each with the time from which it applied. Absent if the server did not record them. */
  profiles: z.array(z.strictObject({ profile: z.string(), from: time })).optional(),
  /** Confirmed entries that were lost with their store, by their numbers at that time. Absent if nothing was lost. */
  losses: z.array(z.strictObject({ from: number, until: number, head: z.string(), at: time })).optional(),
  groups: z.array(
    z.strictObject({
      id,
      label: z.string(),
      labels: textByLanguage,
      short: z.string(),
      shorts: textByLanguage,
      mark: z.enum(groupMarks),
    }),
  ),
  tags: z.array(z.string()),
  /** The registered participants. `name` is null if the person did not agree; the public version has only those who did. */
  participants: z.array(z.strictObject({ entity: z.string(), notConfirmed, group, channel, name: z.string().nullable() })),
  agenda: z.array(segmentSchema),
  /** Absent if the plan has none. */
  papers: z.array(paperSchema).optional(),
  turns: z.array(turnSchema),
  captions: captionsSchema.optional(),
  requests: z.array(requestSchema),
  questions: z.array(questionSchema),
  statements: z.array(statementSchema),
  /** The sense of the room. Absent if no prompt was put. */
  sense: z.array(senseSchema).optional(),
  notes: z.array(noteSchema),
  /** The number of notes that were removed after the close. */
  notesRemovedAfterClose: count,
  decisions: z.array(decisionSchema),
  order: orderSchema,
  statistics: statisticsSchema,
})
export type SessionRecord = ReadonlyDeep<z.infer<typeof recordSchema>>
export type RequestOutcome = (typeof requestOutcomes)[number]
