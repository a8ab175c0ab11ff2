/** Turns the typed draft into a plan, or into a list of errors, each with its place. */
import { planBounds } from '@rostrum/shared/contract/bounds-of-plan'
import type { GroupId, SegmentId } from '@rostrum/shared/contract/ids'
import type { WrittenPlanFile } from '@rostrum/shared/contract/plan'
import type { Wording } from '@rostrum/shared/kernel/wording'
import { groupFields, groupLimit, paperFields, planFields, segmentFields, speakerFields } from '../plan-fields.ts'
import type { PlanDraft } from './draft.ts'
import { getEndZonedTime } from './end-time.ts'
import type { AddTranslations, FieldKind, FieldsOf, TypedOf } from './field-kinds.ts'
import { makeIds } from './ids.ts'
import { nestFields } from './places.ts'
import type { FieldError, FieldResult } from './read-field.ts'
import { getTranslationKey, getTranslationPlace, toWording } from './translations.ts'
import { isDay, isTime, isZone, toZonedInstant, type ZonedTime } from './zoned-time.ts'

/** By place: the path in the file, with keys in place of indexes, for example `segments.topic-1.minutes`. */
export type PlanErrors = ReadonlyMap<string, FieldError>
export type DraftResult = { readonly ok: true; readonly plan: WrittenPlanFile } | { readonly ok: false; readonly errors: PlanErrors }

/** Reads field by field and collects the errors. */
class PlanReader {
  readonly errors = new Map<string, FieldError>()
  readonly #draft: PlanDraft

  constructor(draft: PlanDraft) {
    this.#draft = draft
  }

  addError(place: string, kind: 'day' | 'time' | 'left-out' | 'zone' | 'none-left' | 'too-many'): void {
    this.errors.set(place, { kind })
  }
  /** Undefined if it is wrong. */
  field<T>(field: FieldKind<T>, typed: string, place: string): T | undefined {
    return this.#take(
      place,
      field.read(typed, (main, read) => this.#translate(place, main, read)),
    )
  }
  /** Reads the fields of a table. If one of them is wrong, nobody uses the result. */
  fields<T>(fields: FieldsOf<T>, typed: TypedOf<T>, at = ''): T {
    const values: { [K in keyof T]?: T[K] | undefined } = {}
    for (const name in fields) values[name] = this.field(fields[name], typed[name], at + name)
    return values as T
  }
  #take<T>(place: string, result: FieldResult<T>): T | undefined {
    if ('value' in result) return result.value
    this.errors.set(place, result.error)
    return undefined
  }
  #translate(place: string, main: string | undefined, read: Parameters<AddTranslations>[1]): Wording | undefined {
    const { languages, translations } = this.#draft
    const [first, ...others] = languages
    const texts = others.map((id) => {
      const typed = translations[getTranslationKey(id, place)] ?? ''
      return [id, this.#take(getTranslationPlace(id, place), read(typed))] as const
    })
    return toWording(main, first, Object.fromEntries(texts.filter(([, text]) => text !== undefined)))
  }
  /** ISO 8601 in UTC. The server converts it back to the session's time zone. */
  instant(place: string, clock: ZonedTime): string {
    const { timeZone } = this.#draft
    const at = toZonedInstant(clock, timeZone)
    if (at !== null) return new Date(at).toISOString()
    if (!isTime(clock.time)) this.addError(place, 'time')
    else if (isDay(clock.day) && isZone(timeZone)) this.addError(place, 'left-out')
    return ''
  }
}

export const readDraft = (draft: PlanDraft): DraftResult => {
  const reader = new PlanReader(draft)
  const { timeZone, begin, end, groups, segments, papers } = draft
  if (!isZone(timeZone)) reader.addError('timeZone', 'zone')
  if (!isDay(begin.day)) reader.addError('day', 'day')
  const ids = makeIds(groups.map(({ id, label }) => ({ id, name: label, otherwise: 'group' })))
  const groupIds = new Map(groups.map(({ key }, index) => [key, (ids[index] ?? '') as GroupId]))
  if (groups.length === 0) reader.addError('groups', 'none-left')
  if (groups.length > planBounds.groups) reader.addError('groups', 'too-many')
  if (segments.length === 0) reader.addError('segments', 'none-left')
  if (segments.length > planBounds.segments) reader.addError('segments', 'too-many')
  if (papers.length > planBounds.papers) reader.addError('papers', 'too-many')
  const segmentIds = makeSegmentIds(draft)
  const plan = nestFields({
    ...reader.fields(planFields, draft),
    language: draft.languages[0],
    timeZone,
    startsAt: reader.instant('startsAt', begin),
    endsAt: reader.instant('endsAt', getEndZonedTime(begin, end, timeZone)),
    segments: readSegments(reader, draft, segmentIds, groupIds),
    papers: papers.map((paper) => ({
      ...reader.fields(paperFields, paper, `papers.${paper.key}.`),
      segment: segmentIds.get(paper.segment),
    })),
    groups: groups.map((group) => ({
      id: groupIds.get(group.key) ?? ('' as GroupId),
      ...reader.fields(groupFields, group, `groups.${group.key}.`),
    })),
    'floor.limits.groups': Object.fromEntries(
      groups.flatMap(({ key, limit }) => {
        const own = reader.field(groupLimit, limit, `floor.limits.groups.${key}`)
        return own === undefined ? [] : [[groupIds.get(key) ?? '', own]]
      }),
    ),
  })
  return reader.errors.size === 0 ? { ok: true, plan } : { ok: false, errors: reader.errors }
}

/** By the key of each segment. */
const makeSegmentIds = ({ segments }: PlanDraft): ReadonlyMap<string, SegmentId> => {
  const ids = makeIds(segments.map(({ id, title, kind }) => ({ id, name: title, otherwise: kind })))
  return new Map(segments.map(({ key }, index) => [key, (ids[index] ?? '') as SegmentId]))
}

const readSegments = (
  reader: PlanReader,
  { segments, begin, timeZone }: PlanDraft,
  ids: ReadonlyMap<string, SegmentId>,
  groups: ReadonlyMap<string, GroupId>,
): WrittenPlanFile['segments'] =>
  segments.map((segment) => {
    const { key, end, speakers } = segment
    const place = `segments.${key}.`
    if (speakers.length > planBounds.speakers) reader.addError(`${place}speakers`, 'too-many')
    return {
      id: ids.get(key) ?? ('' as SegmentId),
      ...reader.fields(segmentFields, segment, place),
      endsBy: end.time.trim() === '' ? undefined : reader.instant(`${place}endsBy`, getEndZonedTime(begin, end, timeZone)),
      speakers: speakers.map((speaker) => ({
        ...reader.fields(speakerFields, speaker, `${place}speakers.${speaker.key}.`),
        group: groups.get(speaker.group),
      })),
    }
  })
