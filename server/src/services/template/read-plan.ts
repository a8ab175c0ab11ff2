/** Reads a plan file into a plan. Each error is reported with its place in the file. */

import { planBounds } from '@rostrum/shared/contract/bounds-of-plan'
import { channels } from '@rostrum/shared/contract/channels'
import type { Paper } from '@rostrum/shared/contract/papers'
import { type Plan, type PlanFile, planFileSchema } from '@rostrum/shared/contract/plan'
import { listIssues } from '@rostrum/shared/contract/schema-issues'
import { truncateAtWord } from '@rostrum/shared/kernel/text'
import { addMillis, elapsed, type Instant, minutes, seconds, toInstant, toMillis } from '@rostrum/shared/kernel/time'
import { completeWording, getOriginal, mapWording, stateOriginal, type Wording } from '@rostrum/shared/kernel/wording'
import { isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import type { z } from 'zod'
import { findExcess } from './plan-bounds.ts'

const maxFileLength = 256 * 1024

/** The faults, one per line, such as `segments.2.minutes: Too small`. */
export class PlanFileError extends Error {
  override readonly name = 'PlanFileError'
  readonly faults: readonly string[]
  constructor(faults: readonly string[]) {
    super(faults.join('\n'))
    this.faults = faults
  }
}

export function readPlan(text: string): Plan {
  if (text.length > maxFileLength) throw new PlanFileError([`the file is longer than ${maxFileLength / 1024} KiB`])
  return parsePlan(parseYaml(text))
}

/** Reads the parsed content of a plan file. Throws `PlanFileError`. */
export function parsePlan(content: unknown): Plan {
  const result = planFileSchema.safeParse(content)
  if (!result.success) throw new PlanFileError(listIssues(result.error.issues).flatMap(formatIssue))
  return toPlan(result.data)
}

/** Moves a plan to another start. */
export function shiftPlan(plan: Plan, startsAt: Instant): Plan {
  const by = elapsed(plan.startsAt, startsAt)
  return {
    ...plan,
    startsAt,
    endsAt: addMillis(plan.endsAt, by),
    segments: plan.segments.map((segment) => ({
      ...segment,
      startsAt: addMillis(segment.startsAt, by),
      endsBy: segment.endsBy === null ? null : addMillis(segment.endsBy, by),
    })),
  }
}

function parseYaml(text: string): unknown {
  const excess = findExcess(text)
  if (excess !== null) throw new PlanFileError([excess])
  const lines = new LineCounter()
  // The parser compares each key with every other one of its map, so duplicates are found here instead.
  const document = parseDocument(text, { version: '1.2', uniqueKeys: false, lineCounter: lines, logLevel: 'error' })
  const faults = document.errors.map(({ message }) => message.split('\n')[0]?.replace(/:$/, '') ?? message)
  visit(document, {
    Map: (_, { items }) => {
      const keys = new Set<unknown>()
      for (const { key } of items) {
        // If a key is a list or a map, the parser would print a warning that contains it.
        if (!isScalar(key)) faults.push(`a key must be plain text, line ${lines.linePos(findBegin(key)).line}`)
        else if (keys.has(key.value)) faults.push(`the key "${key.value}" appears twice, line ${lines.linePos(findBegin(key)).line}`)
        else keys.add(key.value)
      }
    },
  })
  if (faults.length > 0) throw new PlanFileError(faults)
  return document.toJS()
}

const findBegin = (node: unknown): number => (isNode(node) ? (node.range?.[0] ?? 0) : 0)

const reasonText: Readonly<Record<string, string>> = {
  'text-empty': 'is empty',
  'text-too-long': 'is too long',
  'text-refused': 'has characters that cannot be shown',
}

function formatIssue({ path, message, ...issue }: z.core.$ZodIssue): readonly string[] {
  const prefix = path.length > 0 ? `${path.join('.')}: ` : ''
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => `${prefix}unknown key "${key}"`)
  return [`${prefix}${reasonText[message] ?? message}`]
}

function toPlan(file: PlanFile): Plan {
  const { floor, questions } = file
  const startsAt = toInstant(Date.parse(file.startsAt))
  const language = file.language ?? getOriginal(file.title)
  const read = (wording: Wording): Wording => (language === null ? wording : stateOriginal(wording, language))
  const readShort = (short: Wording | undefined, made: Wording): Wording => completeWording(short && read(short), made)
  const title = read(file.title)
  return {
    title,
    short: readShort(file.short, mapWording(title, shortenTitle)),
    series: file.series ?? null,
    host: file.host ?? null,
    venue: file.venue ?? null,
    place: file.place,
    timeZone: file.timeZone,
    startsAt,
    endsAt: toInstant(Date.parse(file.endsAt)),
    about: file.about ?? null,
    groups: file.groups.map(({ id, label, short, mark }) => {
      const made = mapWording(read(label), (text) => truncateAtWord(text, planBounds.short))
      return { id, label: read(label), short: readShort(short, made), mark }
    }),
    segments: toSegments(file, startsAt, read),
    ...(file.papers.length > 0 ? { papers: toPapers(file, read) } : {}),
    floor: {
      limits: toLimits(file),
      warnings: [...floor.warnings].sort((a, b) => b - a).map(seconds),
      order: floor.order,
      overtakes: floor.overtakes,
      grace: seconds(floor.grace),
      reserve: seconds(floor.reserve),
    },
    questions: {
      moderation: questions.moderation,
      attribution: questions.attribution,
      length: questions.length,
      cap: questions.cap ?? null,
    },
    notes: file.notes,
    statements: file.statements,
    captions: { ...file.captions, delay: seconds(file.captions.delay) },
    walkIns: file.access.walkIns,
    walkInPlaces: file.access.places,
    deletePersonalDataAfterDays: file.privacy.deletePersonalDataAfterDays,
    rehearsal: false,
    ...(file.cancelled ? { cancelled: true } : {}),
    meetingLink: file.links.meeting ?? null,
    captionsLink: file.links.captions ?? null,
  }
}

function toLimits({ floor, questions }: PlanFile): Plan['floor']['limits'] {
  const { groups, ...limits } = floor.limits
  return {
    everyone: seconds(floor.limit),
    groups: Object.fromEntries(Object.entries(groups).map(([id, limit]) => [id, seconds(limit)])),
    channels: Object.fromEntries(
      channels.flatMap((channel) => {
        const limit = limits[channel]
        return limit === undefined ? [] : [[channel, seconds(limit)]]
      }),
    ),
    pointOfOrder: seconds(floor.pointOfOrder),
    rightOfReply: seconds(floor.rightOfReply),
    answer: seconds(questions.answer),
  }
}

const toPapers = ({ papers }: PlanFile, read: (wording: Wording) => Wording): readonly Paper[] =>
  papers.map(({ title, address, segment }) => ({ title: read(title), address, segment: segment ?? null }))

/** Builds the segments. They follow each other without gaps from the start. */
function toSegments(file: PlanFile, startsAt: Instant, read: (wording: Wording) => Wording): Plan['segments'] {
  let nextStart = startsAt
  return file.segments.map(({ id, kind, title, question, minutes: count, endsBy, opensList, speakers }) => {
    const segment = {
      id,
      kind,
      title: read(title),
      question: question === undefined ? null : read(question),
      startsAt: nextStart,
      length: toMillis(Math.round(minutes(count))),
      endsBy: endsBy === undefined ? null : toInstant(Date.parse(endsBy)),
      opensList,
      speakers: speakers.map(({ entity, group, limit }) => ({
        entity,
        group: group ?? null,
        limit: limit === undefined ? null : seconds(limit),
      })),
    }
    nextStart = addMillis(nextStart, segment.length)
    return segment
  })
}

/** Returns the plan with another title, in the language of the original. */
export function retitlePlan(plan: Plan, typed: string): Plan {
  const language = getOriginal(plan.title)
  const title = language === null ? typed : stateOriginal(typed, language)
  return { ...plan, title, short: mapWording(title, shortenTitle) }
}

/** Shortens a title to the part before a colon. */
const shortenTitle = (title: string): string => truncateAtWord(title.split(/[:：]/)[0]?.trim() || title, planBounds.short)
