/** The changes that somebody else has made in the meantime, field by field. */

import type { PlainKey } from '../../../text/catalogue.ts'
import {
  groupFields,
  ownFields,
  ownPaperFields,
  ownSegmentFields,
  type PlanPart,
  paperFields,
  planFields,
  planParts,
  segmentFields,
} from '../plan-fields.ts'
import type { PlanDraft } from './draft.ts'
import { findField } from './error-places.ts'
import type { AnyField } from './field-kinds.ts'

/** How a field is named, and how its values are put in words. */
export type ComparedField = { readonly label: PlainKey } & Partial<Pick<AnyField, 'look' | 'options'>>

/** `before` and `now` are null if the field had, or has, no value. */
export type PlanDifference = {
  readonly part: PlanPart
  /** The segment or the group that the change concerns. */
  readonly of: string | null
  readonly field: string
  /** Null for a whole row, and for a translation, which its place names. */
  readonly shown: ComparedField | null
  readonly before: string | null
  readonly now: string | null
}

type Row = Readonly<Record<string, ComparedField & { readonly typed: string }>>

/** The fields of a table, each with what is typed in it. */
const toRow = <Name extends string>(fields: Readonly<Record<Name, ComparedField>>, typed: Readonly<Record<NoInfer<Name>, string>>): Row =>
  Object.fromEntries(Object.entries<ComparedField>(fields).map(([name, field]) => [name, { ...field, typed: typed[name as Name] }]))

const compareRows = (getPart: (field: string) => PlanPart, of: string | null, before: Row, now: Row): readonly PlanDifference[] =>
  Object.entries(now).flatMap(([field, shown]) => {
    const was = before[field]?.typed ?? ''
    return was === shown.typed ? [] : [{ part: getPart(field), of, field, shown, before: was, now: shown.typed }]
  })

const compareLists = (part: PlanPart, before: ReadonlyMap<string, Row>, now: ReadonlyMap<string, Row>): readonly PlanDifference[] => {
  const getName = ({ title, label }: Row) => (title ?? label)?.typed ?? ''
  const whole = { part, field: 'all', shown: null }
  return [
    ...[...now].flatMap(([key, row]) => {
      const previous = before.get(key)
      const name = getName(row)
      return previous === undefined ? [{ ...whole, of: name, before: null, now: name }] : compareRows(() => part, name, previous, row)
    }),
    ...[...before].flatMap(([key, row]) => (now.has(key) ? [] : [{ ...whole, of: getName(row), before: getName(row), now: null }])),
  ]
}

/** Segments, papers and groups are compared row by row. */
const toPlanRow = (draft: PlanDraft): Row => ({
  ...toRow(planFields, draft),
  ...toRow(ownFields, {
    timeZone: draft.timeZone,
    day: draft.begin.day,
    startsAt: draft.begin.time,
    endsAt: draft.end.time,
    language: draft.languages[0] ?? '',
    segments: '',
    papers: '',
    groups: '',
    'floor.limits.groups': draft.groups.flatMap(({ label, limit }) => (limit === '' ? [] : [`${label} ${limit}`])).join(', '),
  }),
})

const toSegmentRows = ({ segments }: PlanDraft): ReadonlyMap<string, Row> =>
  new Map(
    segments.map((segment, index) => [
      segment.key,
      {
        ...toRow(segmentFields, segment),
        ...toRow(ownSegmentFields, {
          endsBy: segment.end.time,
          speakers: segment.speakers.map(({ entity, group, limit }) => [entity, group, limit].filter(Boolean).join(' ')).join(', '),
        }),
        position: { label: 'home.plan.position', typed: String(index + 1) },
      },
    ]),
  )

const toPaperRows = ({ papers, segments }: PlanDraft): ReadonlyMap<string, Row> =>
  new Map(
    papers.map((paper) => [
      paper.key,
      {
        ...toRow(paperFields, paper),
        ...toRow(ownPaperFields, { segment: segments.find(({ key }) => key === paper.segment)?.title ?? '' }),
      },
    ]),
  )

const toGroupRows = ({ groups }: PlanDraft): ReadonlyMap<string, Row> =>
  new Map(groups.map((group) => [group.key, toRow(groupFields, group)]))

/** Lists the changes of texts in further languages. The field is the whole place, which begins with the language. */
const compareTranslations = ({ translations: before }: PlanDraft, { translations: now }: PlanDraft): readonly PlanDifference[] =>
  [...new Set([...Object.keys(before), ...Object.keys(now)])].flatMap((key) => {
    const [was, is] = [before[key] ?? '', now[key] ?? '']
    return was === is ? [] : [{ part: 'texts', of: null, field: `translations.${key}`, shown: null, before: was, now: is }]
  })

export const comparePlans = (before: PlanDraft, now: PlanDraft): readonly PlanDifference[] => {
  const all = [
    ...compareRows((field) => findField(field)?.part ?? 'rules', null, toPlanRow(before), toPlanRow(now)),
    ...compareLists('agenda', toSegmentRows(before), toSegmentRows(now)),
    ...compareLists('papers', toPaperRows(before), toPaperRows(now)),
    ...compareLists('groups', toGroupRows(before), toGroupRows(now)),
    ...compareTranslations(before, now),
  ]
  return planParts.flatMap((part) => all.filter((one) => one.part === part))
}
