/** The changes that somebody else has made in the meantime, field by field. */
import type { PlanDraft } from './draft.ts'
import type { PlanPart } from './error-places.ts'

/** `before` and `now` are null if the field had, or has, no value. */
export type PlanDifference = {
  readonly part: PlanPart
  /** The segment or the group that the change concerns. */
  readonly of: string | null
  readonly field: string
  readonly before: string | null
  readonly now: string | null
}

type FieldValues = Readonly<Record<string, string>>

const indexRows = <T extends { readonly key: string }>(
  things: readonly T[],
  row: (thing: T, index: number) => FieldValues,
): ReadonlyMap<string, FieldValues> => new Map(things.map((thing, index) => [thing.key, row(thing, index)]))

const compareRows = (part: PlanPart, of: string | null, before: FieldValues, now: FieldValues): readonly PlanDifference[] =>
  Object.keys(now).flatMap((field) =>
    before[field] === now[field] ? [] : [{ part, of, field, before: before[field] ?? null, now: now[field] ?? null }],
  )

const compareLists = (
  part: PlanPart,
  before: ReadonlyMap<string, FieldValues>,
  now: ReadonlyMap<string, FieldValues>,
): readonly PlanDifference[] => [
  ...[...now].flatMap(([key, row]) => {
    const previous = before.get(key)
    const name = row['title'] ?? row['label'] ?? ''
    return previous === undefined ? [{ part, of: name, field: 'all', before: null, now: name }] : compareRows(part, name, previous, row)
  }),
  ...[...before].flatMap(([key, row]) => {
    const name = row['title'] ?? row['label'] ?? ''
    return now.has(key) ? [] : [{ part, of: name, field: 'all', before: name, now: null }]
  }),
]

const toSessionRow = ({
  begin,
  end,
  segments: _,
  groups: __,
  rules: ___,
  languages: ____,
  translations: _____,
  ...words
}: PlanDraft): FieldValues => ({
  ...words,
  day: begin.day,
  startsAt: begin.time,
  endsAt: end.time,
})

const toSegmentRows = ({ segments }: PlanDraft) =>
  indexRows(segments, ({ kind, title, minutes, question, end, opensList, speakers }, index) => ({
    title,
    kind,
    minutes,
    question,
    endsBy: end.time,
    opensList: opensList ? '1' : '',
    speakers: speakers.map(({ entity, group, limit }) => [entity, group, limit].filter(Boolean).join(' ')).join(', '),
    position: String(index + 1),
  }))

const toGroupRows = ({ groups }: PlanDraft) => indexRows(groups, ({ label, short, mark }) => ({ label, short, mark }))

const toRulesRow = ({
  rules: { walkIns, places, days, statementWords, statementsAnytime, captionsKept, captionDelay, captionLanguages, ...rules },
  groups,
}: PlanDraft): FieldValues => ({
  ...rules,
  kept: captionsKept ? '1' : '',
  delay: captionDelay,
  languages: captionLanguages.join(', '),
  deletePersonalDataAfterDays: days,
  words: statementWords,
  anytime: statementsAnytime ? '1' : '',
  walkIns: walkIns ? '1' : '',
  walkInPlaces: walkIns ? places : '',
  groupLimits: groups.flatMap(({ label, limit }) => (limit === '' ? [] : [`${label} ${limit}`])).join(', '),
})

/** Lists the changes of texts in further languages. The field is the whole place, which begins with the language. */
const compareTranslations = ({ translations: before }: PlanDraft, { translations: now }: PlanDraft): readonly PlanDifference[] =>
  [...new Set([...Object.keys(before), ...Object.keys(now)])].flatMap((key) => {
    const [was, is] = [before[key] ?? '', now[key] ?? '']
    return was === is ? [] : [{ part: 'texts', of: null, field: `translations.${key}`, before: was, now: is }]
  })

export const comparePlans = (before: PlanDraft, now: PlanDraft): readonly PlanDifference[] => [
  ...compareRows('session', null, toSessionRow(before), toSessionRow(now)),
  ...compareLists('agenda', toSegmentRows(before), toSegmentRows(now)),
  ...compareLists('groups', toGroupRows(before), toGroupRows(now)),
  ...compareTranslations(before, now),
  ...compareRows('rules', null, toRulesRow(before), toRulesRow(now)),
]
