/** A session file, as people write it, becomes a plan; what is wrong with it is said with the place where it stands. */
import { type Plan, type PlanFile, planFile } from '@rostrum/shared/contract/plan'
import { between, type Instant, instantOf, millisOf, minutes, plus, seconds } from '@rostrum/shared/kernel/time'
import { isAlias, LineCounter, parseDocument, visit } from 'yaml'
import type { z } from 'zod'

const longest = 256 * 1024

/** Thrown with every fault, a line each, such as `segments.2.minutes: Too small`. */
export class FaultyFile extends Error {
  override readonly name = 'FaultyFile'
  readonly faults: readonly string[]
  constructor(faults: readonly string[]) {
    super(faults.join('\n'))
    this.faults = faults
  }
}

export function readPlan(text: string): Plan {
  if (text.length > longest) throw new FaultyFile([`the file is longer than ${longest / 1024} KiB`])
  return checkedPlan(parsed(text))
}

/** The content of a session file, however it came. */
export function checkedPlan(content: unknown): Plan {
  const read = planFile.safeParse(content)
  if (!read.success) throw new FaultyFile(read.error.issues.flatMap(faultsOf))
  return planOf(read.data)
}

/** The same plan at another time. */
export function shifted(plan: Plan, startsAt: Instant): Plan {
  const by = between(plan.startsAt, startsAt)
  return {
    ...plan,
    startsAt,
    endsAt: plus(plan.endsAt, by),
    segments: plan.segments.map((segment) => ({
      ...segment,
      startsAt: plus(segment.startsAt, by),
      endsBy: segment.endsBy === null ? null : plus(segment.endsBy, by),
    })),
  }
}

function parsed(text: string): unknown {
  const lines = new LineCounter()
  const document = parseDocument(text, { version: '1.2', uniqueKeys: true, lineCounter: lines })
  const faults = document.errors.map(({ message }) => message.split('\n')[0]?.replace(/:$/, '') ?? message)
  // A few aliases can unfold to more than any memory holds; a session file has no use for them.
  visit(document, (_, node) => {
    if (!isAlias(node)) return undefined
    faults.push(`aliases are not allowed, line ${lines.linePos(node.range?.[0] ?? 0).line}`)
    return visit.BREAK
  })
  if (faults.length > 0) throw new FaultyFile(faults)
  return document.toJS()
}

const reasons: Readonly<Record<string, string>> = {
  'text-empty': 'is empty',
  'text-too-long': 'is too long',
  'text-refused': 'has characters that cannot be shown',
}

function faultsOf({ path, message, ...issue }: z.core.$ZodIssue): readonly string[] {
  const place = path.length > 0 ? `${path.join('.')}: ` : ''
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => `${place}there is no such key as "${key}"`)
  return [`${place}${reasons[message] ?? message}`]
}

function planOf(file: PlanFile): Plan {
  const { floor, questions } = file
  const startsAt = instantOf(Date.parse(file.startsAt))
  return {
    title: file.title,
    short: file.short ?? shortOf(file.title),
    series: file.series ?? null,
    host: file.host ?? null,
    venue: file.venue ?? null,
    place: file.place,
    timeZone: file.timeZone,
    startsAt,
    endsAt: instantOf(Date.parse(file.endsAt)),
    about: file.about ?? null,
    groups: file.groups.map(({ id, label, short, mark }) => ({ id, label, short: short ?? label, mark })),
    segments: segmentsOf(file, startsAt),
    floor: {
      limits: limitsOf(file),
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
    walkIns: file.access.walkIns,
    deletePersonalDataAfterDays: file.privacy.deletePersonalDataAfterDays,
    rehearsal: false,
    meetingLink: file.links.meeting ?? null,
    captionsLink: file.links.captions ?? null,
  }
}

function limitsOf({ floor, questions }: PlanFile): Plan['floor']['limits'] {
  const { groups, room, remote } = floor.limits
  return {
    everyone: seconds(floor.limit),
    groups: Object.fromEntries(Object.entries(groups).map(([id, limit]) => [id, seconds(limit)])),
    channels: {
      ...(room === undefined ? {} : { room: seconds(room) }),
      ...(remote === undefined ? {} : { remote: seconds(remote) }),
    },
    pointOfOrder: seconds(floor.pointOfOrder),
    rightOfReply: seconds(floor.rightOfReply),
    answer: seconds(questions.answer),
  }
}

/** One after another, from the start. */
function segmentsOf(file: PlanFile, startsAt: Instant): Plan['segments'] {
  let free = startsAt
  return file.segments.map(({ id, kind, title, question, minutes: count, endsBy, opensList, speakers }) => {
    const segment = {
      id,
      kind,
      title,
      question: question ?? null,
      startsAt: free,
      length: millisOf(Math.round(minutes(count))),
      endsBy: endsBy === undefined ? null : instantOf(Date.parse(endsBy)),
      opensList,
      speakers: speakers.map(({ entity, group, limit }) => ({
        entity,
        group: group ?? null,
        limit: limit === undefined ? null : seconds(limit),
      })),
    }
    free = plus(free, segment.length)
    return segment
  })
}

const shortOf = (title: string): string => title.split(/[:：]/)[0]?.trim() || title
