/** What somebody else has changed meanwhile, field by field. */
import type { Draft } from './draft.ts'
import type { PlanPart } from './error-places.ts'

/** `before` and `now` are null where there was, or is, nothing. */
export type Difference = {
  readonly part: PlanPart
  /** The part of the agenda or the group that it is about. */
  readonly of: string | null
  readonly field: string
  readonly before: string | null
  readonly now: string | null
}

type Row = Readonly<Record<string, string>>

const rowsOf = <T extends { readonly key: string }>(
  things: readonly T[],
  row: (thing: T, index: number) => Row,
): ReadonlyMap<string, Row> => new Map(things.map((thing, index) => [thing.key, row(thing, index)]))

const compared = (part: PlanPart, of: string | null, before: Row, now: Row): readonly Difference[] =>
  Object.keys(now).flatMap((field) =>
    before[field] === now[field] ? [] : [{ part, of, field, before: before[field] ?? null, now: now[field] ?? null }],
  )

const between = (part: PlanPart, before: ReadonlyMap<string, Row>, now: ReadonlyMap<string, Row>): readonly Difference[] => [
  ...[...now].flatMap(([key, row]) => {
    const was = before.get(key)
    const name = row['title'] ?? row['label'] ?? ''
    return was === undefined ? [{ part, of: name, field: 'all', before: null, now: name }] : compared(part, name, was, row)
  }),
  ...[...before].flatMap(([key, row]) => {
    const name = row['title'] ?? row['label'] ?? ''
    return now.has(key) ? [] : [{ part, of: name, field: 'all', before: name, now: null }]
  }),
]

const sessionRow = ({ begin, end, segments: _, groups: __, rules: ___, ...words }: Draft): Row => ({
  ...words,
  day: begin.day,
  startsAt: begin.time,
  endsAt: end.time,
})

const segmentRows = ({ segments }: Draft) =>
  rowsOf(segments, ({ kind, title, minutes, question, end, opensList, speakers }, index) => ({
    title,
    kind,
    minutes,
    question,
    endsBy: end.time,
    opensList: opensList ? '1' : '',
    speakers: speakers.map(({ entity, group, limit }) => [entity, group, limit].filter(Boolean).join(' ')).join(', '),
    position: String(index + 1),
  }))

const groupRows = ({ groups }: Draft) => rowsOf(groups, ({ label, short, mark }) => ({ label, short, mark }))

const rulesRow = ({ rules: { walkIns, days, statementWords, statementsAnytime, ...rules }, groups }: Draft): Row => ({
  ...rules,
  deletePersonalDataAfterDays: days,
  words: statementWords,
  anytime: statementsAnytime ? '1' : '',
  walkIns: walkIns ? '1' : '',
  groupLimits: groups.flatMap(({ label, limit }) => (limit === '' ? [] : [`${label} ${limit}`])).join(', '),
})

export const differencesOf = (before: Draft, now: Draft): readonly Difference[] => [
  ...compared('session', null, sessionRow(before), sessionRow(now)),
  ...between('agenda', segmentRows(before), segmentRows(now)),
  ...between('groups', groupRows(before), groupRows(now)),
  ...compared('rules', null, rulesRow(before), rulesRow(now)),
]
