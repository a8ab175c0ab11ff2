/** What has been typed becomes a plan again, or a list of what is wrong, each with its place. */
import type { GroupId, SegmentId } from '@rostrum/shared/contract/ids'
import type { PlanFile } from '@rostrum/shared/contract/plan'
import type { Draft, GroupDraft, RulesDraft, SegmentDraft, SpeakerDraft } from './draft.ts'
import { endClock } from './end-time.ts'
import { idsFor } from './ids.ts'
import { type Fault, type Read, readLength, readLink, readNumber, readTags, readText, readWarnings } from './read-field.ts'
import { type Clock, instantIn, isDay, isTime, isZone } from './zoned-time.ts'

/** By place: the path in the file, with keys where the file has numbers, such as `segments.topic-1.minutes`. */
export type Faults = ReadonlyMap<string, Fault>
export type Reading = { readonly ok: true; readonly plan: PlanFile } | { readonly ok: false; readonly faults: Faults }

export const mostGroups = 12
export const mostSegments = 60
export const mostSpeakers = 40

/** Reads field by field and keeps what is wrong. What it gives for a wrong field is never used. */
class Reader {
  readonly faults = new Map<string, Fault>()

  fault(place: string, kind: 'day' | 'time' | 'left-out' | 'zone' | 'none-left' | 'too-many' | 'empty'): void {
    this.faults.set(place, { kind })
  }
  take<T>(place: string, read: Read<T>, instead: T): T {
    if ('value' in read) return read.value
    this.faults.set(place, read.fault)
    return instead
  }
  text(place: string, typed: string, most: number): string | undefined {
    return this.take(place, readText(typed, most), undefined)
  }
  /** Something has to be written. */
  words(place: string, typed: string, most: number): string {
    const read = this.text(place, typed, most)
    if (read === undefined && !this.faults.has(place)) this.fault(place, 'empty')
    return read ?? ''
  }
  length(place: string, typed: string, from: number, to: number): number {
    return this.take(place, readLength(typed, from, to), from)
  }
  lengthOrNone(place: string, typed: string, from: number, to: number): number | undefined {
    return typed.trim() === '' ? undefined : this.length(place, typed, from, to)
  }
  number(place: string, typed: string, from: number, to: number, whole = true): number {
    return this.take(place, readNumber(typed, from, to, whole), from)
  }
  /** ISO 8601 in UTC, which the server writes by the clocks of the place again. */
  moment(place: string, clock: Clock, zone: string): string {
    const at = instantIn(clock, zone)
    if (at !== null) return new Date(at).toISOString()
    if (!isTime(clock.time)) this.fault(place, 'time')
    else if (isDay(clock.day) && isZone(zone)) this.fault(place, 'left-out')
    return ''
  }
}

export const planFrom = (draft: Draft): Reading => {
  const reader = new Reader()
  const { timeZone, begin, end, rules } = draft
  if (!isZone(timeZone)) reader.fault('timeZone', 'zone')
  if (!isDay(begin.day)) reader.fault('day', 'day')
  const ids = idsFor(draft.groups.map(({ id, label }) => ({ id, name: label, otherwise: 'group' })))
  const groupIds = new Map(draft.groups.map(({ key }, index) => [key, (ids[index] ?? '') as GroupId]))
  if (draft.groups.length === 0) reader.fault('groups', 'none-left')
  if (draft.groups.length > mostGroups) reader.fault('groups', 'too-many')
  if (draft.segments.length === 0) reader.fault('segments', 'none-left')
  if (draft.segments.length > mostSegments) reader.fault('segments', 'too-many')
  const plan: PlanFile = {
    title: reader.words('title', draft.title, 160),
    ...said({
      short: reader.text('short', draft.short, 40),
      series: reader.text('series', draft.series, 160),
      host: reader.text('host', draft.host, 160),
      venue: reader.text('venue', draft.venue, 160),
      about: reader.text('about', draft.about, 2000),
    }),
    place: reader.words('place', draft.place, 40),
    timeZone,
    startsAt: reader.moment('startsAt', begin, timeZone),
    endsAt: reader.moment('endsAt', endClock(begin, end, timeZone), timeZone),
    groups: draft.groups.map((group) => groupIn(reader, group, groupIds)),
    segments: segmentsIn(reader, draft, groupIds),
    floor: floorIn(reader, draft, groupIds),
    questions: {
      moderation: rules.moderation,
      attribution: rules.attribution,
      length: reader.number('questions.length', rules.length, 40, 1000),
      ...said({ cap: rules.cap.trim() === '' ? undefined : reader.number('questions.cap', rules.cap, 1, 100) }),
      answer: reader.length('questions.answer', rules.answer, 30, 1800),
    },
    notes: { tags: reader.take('notes.tags', readTags(rules.tags), []) },
    statements: { words: reader.number('statements.words', rules.statementWords, 50, 1000), anytime: rules.statementsAnytime },
    access: { walkIns: rules.walkIns },
    privacy: { deletePersonalDataAfterDays: reader.number('privacy.deletePersonalDataAfterDays', rules.days, 0, 3650) },
    links: said({
      meeting: reader.take('links.meeting', readLink(draft.meeting), undefined),
      captions: reader.take('links.captions', readLink(draft.captions), undefined),
    }),
  }
  return reader.faults.size === 0 ? { ok: true, plan } : { ok: false, faults: reader.faults }
}

type GroupIds = ReadonlyMap<string, GroupId>

const groupIn = (reader: Reader, { key, label, short, mark }: GroupDraft, ids: GroupIds): PlanFile['groups'][number] => ({
  id: ids.get(key) ?? ('' as GroupId),
  label: reader.words(`groups.${key}.label`, label, 80),
  ...said({ short: reader.text(`groups.${key}.short`, short, 40) }),
  mark,
})

const segmentsIn = (reader: Reader, { segments, begin, timeZone }: Draft, groups: GroupIds): PlanFile['segments'] => {
  const ids = idsFor(segments.map(({ id, title, kind }) => ({ id, name: title, otherwise: kind })))
  return segments.map((segment: SegmentDraft, index) => {
    const { key, kind, title, minutes, question, end, opensList, speakers } = segment
    const place = `segments.${key}`
    if (speakers.length > mostSpeakers) reader.fault(`${place}.speakers`, 'too-many')
    return {
      id: (ids[index] ?? '') as SegmentId,
      kind,
      title: reader.words(`${place}.title`, title, 160),
      minutes: reader.number(`${place}.minutes`, minutes, 1, 600, false),
      ...said({
        question: reader.text(`${place}.question`, question, 600),
        endsBy: end.time.trim() === '' ? undefined : reader.moment(`${place}.endsBy`, endClock(begin, end, timeZone), timeZone),
      }),
      opensList,
      speakers: speakers.map((speaker) => speakerIn(reader, place, speaker, groups)),
    }
  })
}

const speakerIn = (reader: Reader, segment: string, { key, entity, group, limit }: SpeakerDraft, groups: GroupIds) => {
  const place = `${segment}.speakers.${key}`
  return {
    entity: reader.words(`${place}.entity`, entity, 120),
    ...said({ group: groups.get(group), limit: reader.lengthOrNone(`${place}.limit`, limit, 30, 3600) }),
  }
}

const floorIn = (reader: Reader, { groups, rules }: Draft, ids: GroupIds): PlanFile['floor'] => ({
  limit: reader.length('floor.limit', rules.limit, 30, 3600),
  warnings: reader.take('floor.warnings', readWarnings(rules.warnings), []),
  order: rules.order,
  overtakes: reader.number('floor.overtakes', rules.overtakes, 0, 20),
  limits: {
    groups: Object.fromEntries(
      groups.flatMap(({ key, limit }) => {
        const own = reader.lengthOrNone(`floor.limits.groups.${key}`, limit, 15, 3600)
        return own === undefined ? [] : [[ids.get(key) ?? '', own]]
      }),
    ),
    ...channelsIn(reader, rules),
  },
  grace: reader.length('floor.grace', rules.grace, 0, 120),
  reserve: reader.length('floor.reserve', rules.reserve, 0, 3600),
  pointOfOrder: reader.length('floor.pointOfOrder', rules.pointOfOrder, 30, 600),
  rightOfReply: reader.length('floor.rightOfReply', rules.rightOfReply, 30, 600),
})

const channelsIn = (reader: Reader, { room, remote }: RulesDraft) =>
  said({
    room: reader.lengthOrNone('floor.limits.room', room, 15, 3600),
    remote: reader.lengthOrNone('floor.limits.remote', remote, 15, 3600),
  })

type Said<T> = { [K in keyof T]?: Exclude<T[K], undefined> }
/** A file leaves out what there is nothing to say of. */
const said = <T extends object>(fields: T): Said<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Said<T>
