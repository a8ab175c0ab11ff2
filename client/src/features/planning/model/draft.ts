/** A plan as it is being edited: everything as it is typed. A thing is known by a key that stays, wherever it is moved and whatever it is called. */
import type { Attribution, Moderation, OrderMode } from '@rostrum/shared/contract/enums'
import type { Mark, PlanFile, SegmentKind } from '@rostrum/shared/contract/plan'
import { type End, endOf, noEnd } from './end-time.ts'
import { type Clock, clockOf } from './zoned-time.ts'

export type SpeakerDraft = { readonly key: string; readonly entity: string; readonly group: string; readonly limit: string }

export type SegmentDraft = {
  readonly key: string
  /** Null: made from the title when it is first saved. */
  readonly id: string | null
  readonly kind: SegmentKind
  readonly title: string
  readonly minutes: string
  readonly question: string
  readonly end: End
  readonly opensList: boolean
  readonly speakers: readonly SpeakerDraft[]
}

export type GroupDraft = {
  readonly key: string
  /** Null: made from the label when it is first saved; never changed after that. */
  readonly id: string | null
  readonly label: string
  readonly short: string
  readonly mark: Mark
  /** Its own time each, where it has one. */
  readonly limit: string
}

export type RulesDraft = {
  readonly limit: string
  readonly room: string
  readonly remote: string
  readonly pointOfOrder: string
  readonly rightOfReply: string
  readonly answer: string
  readonly warnings: string
  readonly grace: string
  readonly reserve: string
  readonly order: OrderMode
  readonly overtakes: string
  readonly moderation: Moderation
  readonly attribution: Attribution
  readonly length: string
  readonly cap: string
  /** As they are written, with commas. */
  readonly tags: string
  readonly statementWords: string
  readonly statementsAnytime: boolean
  readonly walkIns: boolean
  readonly days: string
}

export type Draft = {
  readonly title: string
  readonly short: string
  readonly series: string
  readonly host: string
  readonly venue: string
  readonly place: string
  readonly timeZone: string
  readonly begin: Clock
  readonly end: End
  readonly about: string
  readonly meeting: string
  readonly captions: string
  readonly segments: readonly SegmentDraft[]
  readonly groups: readonly GroupDraft[]
  readonly rules: RulesDraft
}

export const draftOf = (plan: PlanFile): Draft => {
  const { title, short, series, host, venue, place, timeZone, startsAt, endsAt, about, links, groups, segments, floor } = plan
  const begin = clockOf(Date.parse(startsAt), timeZone)
  const endAt = (written: string | undefined): End => (written === undefined ? noEnd : endOf(Date.parse(written), begin, timeZone))
  return {
    title,
    short: short ?? '',
    series: series ?? '',
    host: host ?? '',
    venue: venue ?? '',
    place,
    timeZone,
    begin,
    end: endAt(endsAt),
    about: about ?? '',
    meeting: links.meeting ?? '',
    captions: links.captions ?? '',
    segments: segments.map(({ id, kind, title, minutes, question, endsBy, opensList, speakers }) => ({
      key: id,
      id,
      kind,
      title,
      minutes: String(minutes),
      question: question ?? '',
      end: endAt(endsBy),
      opensList,
      speakers: speakers.map(({ entity, group, limit }, index) => ({
        key: String(index),
        entity,
        group: group ?? '',
        limit: lengthTyped(limit),
      })),
    })),
    groups: groups.map(({ id, label, short, mark }) => ({
      key: id,
      id,
      label,
      short: short ?? '',
      mark,
      limit: lengthTyped(floor.limits.groups[id]),
    })),
    rules: rulesOf(plan),
  }
}

const rulesOf = ({ floor, questions, notes, statements, access, privacy }: PlanFile): RulesDraft => ({
  limit: lengthTyped(floor.limit),
  room: lengthTyped(floor.limits.room),
  remote: lengthTyped(floor.limits.remote),
  pointOfOrder: lengthTyped(floor.pointOfOrder),
  rightOfReply: lengthTyped(floor.rightOfReply),
  answer: lengthTyped(questions.answer),
  warnings: floor.warnings.join(', '),
  grace: lengthTyped(floor.grace),
  reserve: lengthTyped(floor.reserve),
  order: floor.order,
  overtakes: String(floor.overtakes),
  moderation: questions.moderation,
  attribution: questions.attribution,
  length: String(questions.length),
  cap: questions.cap === undefined ? '' : String(questions.cap),
  tags: notes.tags.join(', '),
  statementWords: String(statements.words),
  statementsAnytime: statements.anytime,
  walkIns: access.walkIns,
  days: String(privacy.deletePersonalDataAfterDays),
})

/** Seconds as people write them: 3:00. */
export const lengthTyped = (seconds: number | undefined): string =>
  seconds === undefined ? '' : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

export const isSame = (one: Draft, other: Draft): boolean => JSON.stringify(one) === JSON.stringify(other)
