/** Turns the typed draft into a plan, or into a list of errors, each with its place. */
import type { GroupId, SegmentId } from '@rostrum/shared/contract/ids'
import { maxCaptionDelay, maxEntityLength, maxPeople } from '@rostrum/shared/contract/lengths'
import type { PlanFile } from '@rostrum/shared/contract/plan'
import type { Wording } from '@rostrum/shared/kernel/wording'
import type { GroupDraft, PlanDraft, RulesDraft, SegmentDraft, SpeakerDraft } from './draft.ts'
import { getEndZonedTime } from './end-time.ts'
import { makeIds } from './ids.ts'
import { type FieldError, type FieldResult, readLength, readLink, readNumber, readTags, readText, readWarnings } from './read-field.ts'
import { getTranslationKey, getTranslationPlace, toWording } from './translations.ts'
import { isDay, isTime, isZone, toZonedInstant, type ZonedTime } from './zoned-time.ts'

/** By place: the path in the file, with keys in place of indexes, for example `segments.topic-1.minutes`. */
export type PlanErrors = ReadonlyMap<string, FieldError>
export type ReadResult = { readonly ok: true; readonly plan: PlanFile } | { readonly ok: false; readonly errors: PlanErrors }

export const maxGroups = 12
export const maxSegments = 60
export const maxSpeakers = 40

/** Reads field by field and collects the errors. The value returned for a wrong field is never used. */
class PlanReader {
  readonly errors = new Map<string, FieldError>()
  readonly #draft: Pick<PlanDraft, 'languages' | 'translations'>

  constructor(draft: Pick<PlanDraft, 'languages' | 'translations'>) {
    this.#draft = draft
  }

  addError(place: string, kind: 'day' | 'time' | 'left-out' | 'zone' | 'none-left' | 'too-many' | 'empty'): void {
    this.errors.set(place, { kind })
  }
  take<T>(place: string, read: FieldResult<T>, instead: T): T {
    if ('value' in read) return read.value
    this.errors.set(place, read.error)
    return instead
  }
  text(place: string, typed: string, most: number): string | undefined {
    return this.take(place, readText(typed, most), undefined)
  }
  /** Reads a text that must not be empty. */
  requiredText(place: string, typed: string, most: number): string {
    const read = this.text(place, typed, most)
    if (read === undefined && !this.errors.has(place)) this.addError(place, 'empty')
    return read ?? ''
  }
  /** Reads the text of the field, and its translations if there are any. */
  wording(place: string, typed: string, most: number): Wording | undefined {
    return this.#addTranslations(place, this.text(place, typed, most), most)
  }
  /** Reads a text with translations whose main text must not be empty. */
  requiredWording(place: string, typed: string, most: number): Wording {
    return this.#addTranslations(place, this.requiredText(place, typed, most), most) ?? ''
  }
  #addTranslations(place: string, main: string | undefined, most: number): Wording | undefined {
    const { languages, translations } = this.#draft
    const [first, ...others] = languages
    const read = others.map((id) => {
      const typed = translations[getTranslationKey(id, place)] ?? ''
      return [id, this.text(getTranslationPlace(id, place), typed, most)] as const
    })
    return toWording(main, first, Object.fromEntries(read.filter(([, text]) => text !== undefined)))
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
  /** ISO 8601 in UTC. The server converts it back to the session's time zone. */
  instant(place: string, clock: ZonedTime, zone: string): string {
    const at = toZonedInstant(clock, zone)
    if (at !== null) return new Date(at).toISOString()
    if (!isTime(clock.time)) this.addError(place, 'time')
    else if (isDay(clock.day) && isZone(zone)) this.addError(place, 'left-out')
    return ''
  }
}

export const readPlan = (draft: PlanDraft): ReadResult => {
  const reader = new PlanReader(draft)
  const { timeZone, begin, end, rules } = draft
  if (!isZone(timeZone)) reader.addError('timeZone', 'zone')
  if (!isDay(begin.day)) reader.addError('day', 'day')
  const ids = makeIds(draft.groups.map(({ id, label }) => ({ id, name: label, otherwise: 'group' })))
  const groupIds = new Map(draft.groups.map(({ key }, index) => [key, (ids[index] ?? '') as GroupId]))
  if (draft.groups.length === 0) reader.addError('groups', 'none-left')
  if (draft.groups.length > maxGroups) reader.addError('groups', 'too-many')
  if (draft.segments.length === 0) reader.addError('segments', 'none-left')
  if (draft.segments.length > maxSegments) reader.addError('segments', 'too-many')
  const plan: PlanFile = {
    title: reader.requiredWording('title', draft.title, 160),
    ...omitUndefined({
      short: reader.wording('short', draft.short, 40),
      series: reader.text('series', draft.series, 160),
      host: reader.text('host', draft.host, 160),
      venue: reader.text('venue', draft.venue, 160),
      about: reader.text('about', draft.about, 2000),
    }),
    place: reader.requiredText('place', draft.place, 40),
    timeZone,
    startsAt: reader.instant('startsAt', begin, timeZone),
    endsAt: reader.instant('endsAt', getEndZonedTime(begin, end, timeZone), timeZone),
    groups: draft.groups.map((group) => readGroup(reader, group, groupIds)),
    segments: readSegments(reader, draft, groupIds),
    floor: readFloor(reader, draft, groupIds),
    questions: {
      moderation: rules.moderation,
      attribution: rules.attribution,
      length: reader.number('questions.length', rules.length, 40, 1000),
      ...omitUndefined({ cap: rules.cap.trim() === '' ? undefined : reader.number('questions.cap', rules.cap, 1, 100) }),
      answer: reader.length('questions.answer', rules.answer, 30, 1800),
    },
    notes: { tags: reader.take('notes.tags', readTags(rules.tags), []) },
    statements: { words: reader.number('statements.words', rules.statementWords, 50, 1000), anytime: rules.statementsAnytime },
    captions: {
      kept: rules.captionsKept,
      delay: reader.number('captions.delay', rules.captionDelay, 0, maxCaptionDelay),
      languages: [...rules.captionLanguages],
    },
    access: { walkIns: rules.walkIns, places: reader.number('access.places', rules.places, 1, maxPeople) },
    privacy: { deletePersonalDataAfterDays: reader.number('privacy.deletePersonalDataAfterDays', rules.days, 0, 3650) },
    links: omitUndefined({
      meeting: reader.take('links.meeting', readLink(draft.meeting), undefined),
      captions: reader.take('links.captions', readLink(draft.captions), undefined),
    }),
  }
  return reader.errors.size === 0 ? { ok: true, plan } : { ok: false, errors: reader.errors }
}

type GroupIds = ReadonlyMap<string, GroupId>

const readGroup = (reader: PlanReader, { key, label, short, mark }: GroupDraft, ids: GroupIds): PlanFile['groups'][number] => ({
  id: ids.get(key) ?? ('' as GroupId),
  label: reader.requiredWording(`groups.${key}.label`, label, 80),
  ...omitUndefined({ short: reader.wording(`groups.${key}.short`, short, 40) }),
  mark,
})

const readSegments = (reader: PlanReader, { segments, begin, timeZone }: PlanDraft, groups: GroupIds): PlanFile['segments'] => {
  const ids = makeIds(segments.map(({ id, title, kind }) => ({ id, name: title, otherwise: kind })))
  return segments.map((segment: SegmentDraft, index) => {
    const { key, kind, title, minutes, question, end, opensList, speakers } = segment
    const place = `segments.${key}`
    if (speakers.length > maxSpeakers) reader.addError(`${place}.speakers`, 'too-many')
    return {
      id: (ids[index] ?? '') as SegmentId,
      kind,
      title: reader.requiredWording(`${place}.title`, title, 160),
      minutes: reader.number(`${place}.minutes`, minutes, 1, 600, false),
      ...omitUndefined({
        question: reader.wording(`${place}.question`, question, 600),
        endsBy: end.time.trim() === '' ? undefined : reader.instant(`${place}.endsBy`, getEndZonedTime(begin, end, timeZone), timeZone),
      }),
      opensList,
      speakers: speakers.map((speaker) => readSpeaker(reader, place, speaker, groups)),
    }
  })
}

const readSpeaker = (reader: PlanReader, segment: string, { key, entity, group, limit }: SpeakerDraft, groups: GroupIds) => {
  const place = `${segment}.speakers.${key}`
  return {
    entity: reader.requiredText(`${place}.entity`, entity, maxEntityLength),
    ...omitUndefined({ group: groups.get(group), limit: reader.lengthOrNone(`${place}.limit`, limit, 30, 3600) }),
  }
}

const readFloor = (reader: PlanReader, { groups, rules }: PlanDraft, ids: GroupIds): PlanFile['floor'] => ({
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
    ...readChannelLimits(reader, rules),
  },
  grace: reader.length('floor.grace', rules.grace, 0, 120),
  reserve: reader.length('floor.reserve', rules.reserve, 0, 3600),
  pointOfOrder: reader.length('floor.pointOfOrder', rules.pointOfOrder, 30, 600),
  rightOfReply: reader.length('floor.rightOfReply', rules.rightOfReply, 30, 600),
})

const readChannelLimits = (reader: PlanReader, { room, remote }: RulesDraft) =>
  omitUndefined({
    room: reader.lengthOrNone('floor.limits.room', room, 15, 3600),
    remote: reader.lengthOrNone('floor.limits.remote', remote, 15, 3600),
  })

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> }
/** A plan file omits fields without a value. */
const omitUndefined = <T extends object>(fields: T): Defined<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>
