/** The record of a session: what anybody may check against the log. Times are ISO 8601 in UTC, lengths are seconds. All exports are made of it, with its ids. */
import { z } from 'zod'
import { answers, declines, doors, entryKinds, phases, removals } from './enums.ts'
import { marks, segmentKinds } from './plan.ts'
import { channels } from './roles.ts'

const id = z.string()
const time = z.iso.datetime()
const seconds = z.number().int().nonnegative()
const group = id.nullable()
const channel = z.enum(channels)
const speaking = { entity: z.string(), group, channel }

/** `waiting`: not yet, in a record made while the session runs. `joint`: another spoke for it. */
export const outcomes = ['heard', 'joint', 'withdrawn', 'removed', 'not-reached', 'speaking', 'waiting'] as const

const segment = z.strictObject({
  id,
  kind: z.enum(segmentKinds),
  title: z.string(),
  question: z.string().nullable(),
  planned: z.strictObject({ startsAt: time, seconds }),
  /** Null for what was not reached. `endedAt` is null for the one that runs. */
  actual: z.strictObject({ beganAt: time, endedAt: time.nullable(), seconds, suspendedSeconds: seconds }).nullable(),
})

const turn = z.strictObject({
  id,
  kind: z.enum([...entryKinds, 'answer']),
  segment: id.nullable(),
  /** Null for an answer that nobody was asked to give. */
  entity: z.string().nullable(),
  group,
  channel: channel.nullable(),
  behalf: z.array(z.string()),
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
})

const request = z.strictObject({
  id,
  kind: z.enum(entryKinds),
  segment: id.nullable(),
  ...speaking,
  door: z.enum(doors),
  /** Listed in the programme, or given the floor by the Chair: had not to ask. */
  listed: z.boolean(),
  topic: z.string().nullable(),
  askedAt: time,
  outcome: z.enum(outcomes),
  reason: z.enum(removals).nullable(),
  turn: id.nullable(),
  /** From asking to speaking, for those who were heard. */
  waitSeconds: seconds.nullable(),
})

const question = z.strictObject({
  id,
  /** 0 where it was never published. */
  number: z.number().int().nonnegative(),
  text: z.string(),
  original: z.string().nullable(),
  entity: z.string().nullable(),
  group,
  channel: channel.nullable(),
  segment: id.nullable(),
  tags: z.array(z.string()),
  askedAt: time,
  status: z.enum(['pending', 'on-hold', 'approved', 'answering', 'answered', 'declined', 'withdrawn', 'merged', 'to-floor', 'not-reached']),
  reason: z.enum(declines).nullable(),
  answer: z.enum(answers).nullable(),
  answeredBy: z.string().nullable(),
  answerSeconds: seconds.nullable(),
  into: id.nullable(),
  support: z.strictObject({ total: seconds, groups: z.array(id) }),
})

const statement = z.strictObject({
  id,
  ...speaking,
  request: id.nullable(),
  turn: id.nullable(),
  segment: id.nullable(),
  words: seconds,
  filedAt: time,
  text: z.string(),
})
const note = z.strictObject({
  id,
  segment: id.nullable(),
  tag: z.string().nullable(),
  text: z.string(),
  turn: id.nullable(),
  question: id.nullable(),
  /** Of whoever said it. */
  entity: z.string().nullable(),
  group,
  at: time,
})

/** What was decided on the way that one must know to read the figures. */
const decision = z.strictObject({
  at: time,
  what: z.enum(['limit', 'order', 'remedy', 'suspended', 'resumed', 'list-opened', 'list-closed']),
  /** The new limit, for a limit; the rule, for an order; the remedy. */
  seconds: seconds.nullable(),
  choice: z.string().nullable(),
})

const share = { requests: seconds, heard: seconds, spokenSeconds: seconds }
const waits = z.strictObject({ median: seconds, longest: seconds }).nullable()
const statistics = z.strictObject({
  /** Of those who asked: those listed in the programme and points of order are told apart. */
  requests: z.strictObject({ total: seconds, ...Object.fromEntries(outcomes.map((outcome) => [outcome, seconds])) } as {
    total: typeof seconds
  } & Record<(typeof outcomes)[number], typeof seconds>),
  spokenSeconds: seconds,
  answersSeconds: seconds,
  groups: z.array(z.strictObject({ group, ...share, waits })),
  channels: z.array(z.strictObject({ channel, ...share, waits })),
  waits,
  registered: z.strictObject({ room: seconds, remote: seconds }),
  questions: z.strictObject({
    received: seconds,
    pending: seconds,
    published: seconds,
    merged: seconds,
    toFloor: seconds,
    withdrawn: seconds,
    declined: z.record(z.enum(declines), seconds),
    answered: z.record(z.enum(answers), seconds),
    notReached: seconds,
  }),
})

export const record = z.strictObject({
  format: z.literal('rostrum-record-1'),
  /** Without what only the secretariat may see. */
  public: z.boolean(),
  session: z.strictObject({
    id,
    title: z.string(),
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
    phase: z.enum(phases),
    rehearsal: z.boolean(),
  }),
  /** Commits since the beginning, and the head of the chain that binds them: `rostrum verify` finds the same. */
  log: z.strictObject({ commits: seconds, head: z.string(), at: time }),
  groups: z.array(z.strictObject({ id, label: z.string(), short: z.string(), mark: z.enum(marks) })),
  tags: z.array(z.string()),
  agenda: z.array(segment),
  turns: z.array(turn),
  requests: z.array(request),
  questions: z.array(question),
  statements: z.array(statement),
  notes: z.array(note),
  decisions: z.array(decision),
  statistics,
})
export type SessionRecord = z.infer<typeof record>
export type Outcome = (typeof outcomes)[number]
