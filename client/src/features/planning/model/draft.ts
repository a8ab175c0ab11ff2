/** A plan being edited, with every value as typed. Each item has a key that stays the same when the item is moved or renamed. */
import type { PlanFile } from '@rostrum/shared/contract/plan'
import { getOriginal, type LanguageId } from '@rostrum/shared/kernel/wording'
import { groupFields, groupLimit, paperFields, planFields, segmentFields, speakerFields } from '../plan-fields.ts'
import { type EndTime, emptyEndTime, toEndTime } from './end-time.ts'
import type { AnyField, FieldsOf, TypedOf } from './field-kinds.ts'
import { pickFields } from './places.ts'
import { findLanguages, type PlacedWording, type Translations, toTranslations } from './translations.ts'
import { toZonedTime, type ZonedTime } from './zoned-time.ts'

/** `group`: the key of the group, or empty. */
export type SpeakerDraft = TypedOf<typeof speakerFields> & { readonly key: string; readonly group: string }

export type SegmentDraft = TypedOf<typeof segmentFields> & {
  readonly key: string
  /** Null if it is made from the title at the first save. */
  readonly id: string | null
  readonly end: EndTime
  readonly speakers: readonly SpeakerDraft[]
}

/** `segment`: the key of the agenda item, or empty. */
export type PaperDraft = TypedOf<typeof paperFields> & { readonly key: string; readonly segment: string }

export type GroupDraft = TypedOf<typeof groupFields> & {
  readonly key: string
  /** Null if it is made from the label at the first save. It never changes after that. */
  readonly id: string | null
  /** The speaker's own time, if there is one. */
  readonly limit: string
}

/** The fields by their place in the file. Those with components of their own are in another form. */
export type PlanDraft = TypedOf<typeof planFields> & {
  readonly timeZone: string
  readonly begin: ZonedTime
  readonly end: EndTime
  readonly segments: readonly SegmentDraft[]
  readonly papers: readonly PaperDraft[]
  readonly groups: readonly GroupDraft[]
  /** The language of the texts above, then the further languages. Empty if no language is specified: each text is for all readers. */
  readonly languages: readonly LanguageId[]
  readonly translations: Translations
}

/** A field without a value may be absent in a file. */
type Written<T> = { readonly [K in keyof T]?: T[K] }

const writeFields = <T>(fields: FieldsOf<T>, values: Written<T>, first: LanguageId | undefined): TypedOf<T> => {
  const typed: { [K in keyof T]?: string } = {}
  for (const name in fields) typed[name] = fields[name].write(values[name] as T[typeof name], first)
  return typed as TypedOf<T>
}

const findWordings = <T>(fields: FieldsOf<T>, values: Written<T>, at = ''): readonly PlacedWording[] => {
  const found: PlacedWording[] = []
  for (const name in fields) found.push({ place: at + name, wording: fields[name].getWording?.(values[name] as T[typeof name]) })
  return found
}

export const toPlanDraft = (plan: PlanFile): PlanDraft => {
  const { title, timeZone, startsAt, endsAt, groups, segments, papers, floor } = plan
  const begin = toZonedTime(Date.parse(startsAt), timeZone)
  const endAt = (written: string | undefined): EndTime =>
    written === undefined ? emptyEndTime : toEndTime(Date.parse(written), begin, timeZone)
  const fields = pickFields(plan, planFields)
  const wordings = [
    ...findWordings(planFields, fields),
    ...segments.flatMap((segment) => findWordings(segmentFields, segment, `segments.${segment.id}.`)),
    ...papers.flatMap((paper, index) => findWordings(paperFields, paper, `papers.${index}.`)),
    ...groups.flatMap((group) => findWordings(groupFields, group, `groups.${group.id}.`)),
  ]
  const languages = findLanguages(plan.language ?? getOriginal(title), wordings)
  const [first] = languages
  return {
    ...writeFields(planFields, fields, first),
    timeZone,
    begin,
    end: endAt(endsAt),
    segments: segments.map((segment) => ({
      ...writeFields(segmentFields, segment, first),
      key: segment.id,
      id: segment.id,
      end: endAt(segment.endsBy),
      speakers: segment.speakers.map((speaker, index) => ({
        ...writeFields(speakerFields, speaker, first),
        key: String(index),
        group: speaker.group ?? '',
      })),
    })),
    papers: papers.map((paper, index) => ({
      ...writeFields(paperFields, paper, first),
      key: String(index),
      segment: paper.segment ?? '',
    })),
    groups: groups.map((group) => ({
      ...writeFields(groupFields, group, first),
      key: group.id,
      id: group.id,
      limit: groupLimit.write(floor.limits.groups[group.id], first),
    })),
    languages,
    translations: toTranslations(wordings, languages),
  }
}

type TypedField = { readonly place: string; readonly field: AnyField; readonly typed: string }

/** Lists the fields of a table with what is typed in each. */
export const listTyped = <Name extends string>(
  fields: Readonly<Record<Name, AnyField>>,
  typed: Readonly<Record<NoInfer<Name>, string>>,
  at = '',
): readonly TypedField[] =>
  Object.entries<AnyField>(fields).map(([name, field]) => ({ place: at + name, field, typed: typed[name as Name] }))

export const isSamePlan = (one: PlanDraft, other: PlanDraft): boolean => JSON.stringify(one) === JSON.stringify(other)
