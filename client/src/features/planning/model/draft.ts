/** A plan being edited, with every value as typed. Each item has a key that stays the same when the item is moved or renamed. */
import type { Attribution, ModerationMode, OrderMode } from '@rostrum/shared/contract/enums'
import type { GroupMarkName } from '@rostrum/shared/contract/group-marks'
import type { PlanFile, SegmentKind } from '@rostrum/shared/contract/plan'
import type { SpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import type { LanguageId } from '@rostrum/shared/kernel/wording'
import { type EndTime, emptyEndTime, toEndTime } from './end-time.ts'
import { findLanguages, getMainText, type Translations, toTranslations } from './translations.ts'
import { toZonedTime, type ZonedTime } from './zoned-time.ts'

export type SpeakerDraft = { readonly key: string; readonly entity: string; readonly group: string; readonly limit: string }

export type SegmentDraft = {
  readonly key: string
  /** Null if it is made from the title at the first save. */
  readonly id: string | null
  readonly kind: SegmentKind
  readonly title: string
  readonly minutes: string
  readonly question: string
  readonly end: EndTime
  readonly opensList: boolean
  readonly speakers: readonly SpeakerDraft[]
}

export type GroupDraft = {
  readonly key: string
  /** Null if it is made from the label at the first save. It never changes after that. */
  readonly id: string | null
  readonly label: string
  readonly short: string
  readonly mark: GroupMarkName
  /** The speaker's own time, if there is one. */
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
  readonly moderation: ModerationMode
  readonly attribution: Attribution
  readonly length: string
  readonly cap: string
  /** As typed, separated by commas. */
  readonly tags: string
  readonly statementWords: string
  readonly statementsAnytime: boolean
  readonly captionsKept: boolean
  /** In seconds. */
  readonly captionDelay: string
  readonly captionLanguages: readonly SpokenLanguage[]
  readonly walkIns: boolean
  readonly places: string
  readonly days: string
}

export type PlanDraft = {
  readonly title: string
  readonly short: string
  readonly series: string
  readonly host: string
  readonly venue: string
  readonly place: string
  readonly timeZone: string
  readonly begin: ZonedTime
  readonly end: EndTime
  readonly about: string
  readonly meeting: string
  readonly captions: string
  readonly segments: readonly SegmentDraft[]
  readonly groups: readonly GroupDraft[]
  readonly rules: RulesDraft
  /** The language of the texts above, then the further languages. Empty if no language is specified: each text is for all readers. */
  readonly languages: readonly LanguageId[]
  readonly translations: Translations
}

export const toPlanDraft = (plan: PlanFile): PlanDraft => {
  const { title, short, series, host, venue, place, timeZone, startsAt, endsAt, about, links, groups, segments, floor } = plan
  const begin = toZonedTime(Date.parse(startsAt), timeZone)
  const endAt = (written: string | undefined): EndTime =>
    written === undefined ? emptyEndTime : toEndTime(Date.parse(written), begin, timeZone)
  const wordings = [
    { place: 'title', wording: title },
    { place: 'short', wording: short },
    ...segments.flatMap(({ id, title, question }) => [
      { place: `segments.${id}.title`, wording: title },
      { place: `segments.${id}.question`, wording: question },
    ]),
    ...groups.flatMap(({ id, label, short }) => [
      { place: `groups.${id}.label`, wording: label },
      { place: `groups.${id}.short`, wording: short },
    ]),
  ]
  const languages = findLanguages(wordings)
  const [first] = languages
  return {
    title: getMainText(title, first),
    short: getMainText(short, first),
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
      title: getMainText(title, first),
      minutes: String(minutes),
      question: getMainText(question, first),
      end: endAt(endsBy),
      opensList,
      speakers: speakers.map(({ entity, group, limit }, index) => ({
        key: String(index),
        entity,
        group: group ?? '',
        limit: formatLengthField(limit),
      })),
    })),
    groups: groups.map(({ id, label, short, mark }) => ({
      key: id,
      id,
      label: getMainText(label, first),
      short: getMainText(short, first),
      mark,
      limit: formatLengthField(floor.limits.groups[id]),
    })),
    rules: toRulesDraft(plan),
    languages,
    translations: toTranslations(wordings, languages),
  }
}

const toRulesDraft = ({ floor, questions, notes, statements, captions, access, privacy }: PlanFile): RulesDraft => ({
  limit: formatLengthField(floor.limit),
  room: formatLengthField(floor.limits.room),
  remote: formatLengthField(floor.limits.remote),
  pointOfOrder: formatLengthField(floor.pointOfOrder),
  rightOfReply: formatLengthField(floor.rightOfReply),
  answer: formatLengthField(questions.answer),
  warnings: floor.warnings.join(', '),
  grace: formatLengthField(floor.grace),
  reserve: formatLengthField(floor.reserve),
  order: floor.order,
  overtakes: String(floor.overtakes),
  moderation: questions.moderation,
  attribution: questions.attribution,
  length: String(questions.length),
  cap: questions.cap === undefined ? '' : String(questions.cap),
  tags: notes.tags.join(', '),
  statementWords: String(statements.words),
  statementsAnytime: statements.anytime,
  captionsKept: captions.kept,
  captionDelay: String(captions.delay),
  captionLanguages: captions.languages,
  walkIns: access.walkIns,
  places: String(access.places),
  days: String(privacy.deletePersonalDataAfterDays),
})

/** Seconds as people write them: 3:00. */
const formatLengthField = (seconds: number | undefined): string =>
  seconds === undefined ? '' : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

export const isSamePlan = (one: PlanDraft, other: PlanDraft): boolean => JSON.stringify(one) === JSON.stringify(other)
