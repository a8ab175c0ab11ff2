/**
 * Every field of a plan on its page: how it is read, written and bounded, where it is shown, and in which words. A field of the plan file
 * that is missing here does not compile.
 */
import { planBounds as bounds } from '@rostrum/shared/contract/bounds-of-plan'
import type { Attribution, OrderMode } from '@rostrum/shared/contract/enums'
import type { GroupMarkName } from '@rostrum/shared/contract/group-marks'
import type { WrittenPlanFile } from '@rostrum/shared/contract/plan'
import { type SegmentKind, segmentKinds, segmentRules } from '@rostrum/shared/contract/segment-kinds'
import type { PlainKey } from '../../text/catalogue.ts'
import type { FieldsOf, OptionWords } from './model/field-kinds.ts'
import * as kind from './model/field-kinds.ts'
import type { FlatPlan } from './model/places.ts'

export const planParts = ['session', 'agenda', 'papers', 'groups', 'texts', 'rules'] as const
export type PlanPart = (typeof planParts)[number]

const segmentWords = {
  opening: ['home.plan.kind.opening'],
  topic: ['home.plan.kind.topic'],
  panel: ['home.plan.kind.panel'],
  'open-floor': ['home.plan.kind.openFloor'],
  closing: ['home.plan.kind.closing'],
} as const satisfies Readonly<Record<SegmentKind, OptionWords>>

const marks = {
  square: ['home.plan.mark.square'],
  circle: ['home.plan.mark.circle'],
  diamond: ['home.plan.mark.diamond'],
  triangle: ['home.plan.mark.triangle'],
  hexagon: ['home.plan.mark.hexagon'],
} as const satisfies Readonly<Record<GroupMarkName, OptionWords>>

const orders = {
  received: ['queue.order.received', 'queue.order.receivedNote'],
  alternate: ['queue.order.alternate', 'queue.order.alternateNote'],
  rotate: ['queue.order.rotate', 'queue.order.rotateNote'],
  balanced: ['queue.order.balanced', 'queue.order.balancedNote'],
} as const satisfies Readonly<Record<OrderMode, OptionWords>>

const attributions = {
  named: ['home.plan.named', 'home.plan.namedNote'],
  hidden: ['home.plan.hidden', 'home.plan.hiddenNote'],
  unattributed: ['home.plan.unattributed', 'home.plan.unattributedNote'],
} as const satisfies Readonly<Record<Attribution, OptionWords>>

export const sessionFields = {
  title: { ...kind.required(kind.wording(bounds.title)), block: 'title', label: 'home.name' },
  short: { ...kind.wording(bounds.short), block: 'names', label: 'home.plan.short', hint: 'home.plan.shortHelp' },
  series: { ...kind.text(bounds.series), block: 'names', label: 'home.plan.series' },
  host: { ...kind.text(bounds.host), block: 'names', label: 'home.plan.host' },
  venue: { ...kind.text(bounds.venue), block: 'names', label: 'home.plan.venue' },
  place: { ...kind.required(kind.text(bounds.place)), block: 'place', label: 'home.plan.place', hint: 'home.plan.placeHelp' },
  about: { ...kind.text(bounds.about, 'area'), block: 'about', label: 'home.plan.about' },
  'links.meeting': { ...kind.link, block: 'about', label: 'home.plan.meeting', hint: 'home.plan.meetingHelp' },
  'links.captions': { ...kind.link, block: 'about', label: 'home.plan.captions', hint: 'home.plan.captionsHelp' },
  cancelled: { ...kind.check, block: 'cancelled', label: 'home.plan.cancelled', hint: 'home.plan.cancelledNote' },
} as const satisfies Partial<FieldsOf<FlatPlan>>

export const ruleFields = {
  'floor.limit': { ...kind.length(bounds.limit), block: 'time', label: 'home.plan.limit' },
  'floor.limits.room': { ...kind.optional(kind.length(bounds.ownLimit)), block: 'time', label: 'home.plan.room' },
  'floor.limits.remote': { ...kind.optional(kind.length(bounds.ownLimit)), block: 'time', label: 'home.plan.remote' },
  'floor.pointOfOrder': { ...kind.length(bounds.shortTurn), block: 'time', label: 'home.plan.pointOfOrder' },
  'floor.rightOfReply': { ...kind.length(bounds.shortTurn), block: 'time', label: 'home.plan.rightOfReply' },
  'questions.answer': { ...kind.length(bounds.answer), block: 'time', label: 'home.plan.answer' },
  'floor.warnings': { ...kind.warnings, block: 'time', label: 'home.plan.warnings', hint: 'home.plan.warningsHelp' },
  'floor.grace': { ...kind.length(bounds.grace), block: 'time', label: 'home.plan.grace', hint: 'home.plan.graceHelp' },
  'floor.reserve': { ...kind.length(bounds.reserve), block: 'time', label: 'home.plan.reserve', hint: 'home.plan.reserveHelp' },
  'floor.order': { ...kind.choice('chapter', orders), block: 'order', label: 'home.plan.order' },
  'floor.overtakes': { ...kind.number(bounds.overtakes), block: 'order', label: 'home.plan.overtakes', hint: 'home.plan.overtakesHelp' },
  'questions.moderation': { ...kind.moderation, block: 'questions', label: 'home.plan.moderation', hint: 'home.plan.moderationNote' },
  'questions.attribution': { ...kind.choice('list', attributions), block: 'questions', label: 'home.plan.attribution' },
  'questions.length': {
    ...kind.number(bounds.questionLength),
    block: 'questions',
    label: 'home.plan.length',
    hint: 'home.plan.lengthHelp',
  },
  'questions.cap': { ...kind.optional(kind.number(bounds.cap)), block: 'questions', label: 'home.plan.cap', hint: 'home.plan.capHelp' },
  'notes.tags': { ...kind.tags, block: 'record', label: 'home.plan.tags', hint: 'home.plan.tagsHelp' },
  'statements.anytime': { ...kind.check, block: 'record', label: 'home.plan.anytime', hint: 'home.plan.anytimeNote' },
  'statements.words': { ...kind.number(bounds.words), block: 'record', label: 'home.plan.statementWords' },
  'captions.kept': { ...kind.check, block: 'captions', label: 'captions.kept', hint: 'captions.keptNote' },
  'captions.delay': { ...kind.number(bounds.captionDelay), block: 'captions', label: 'captions.delay', hint: 'home.plan.captionDelayHelp' },
  'captions.languages': { ...kind.languages, block: 'captions', label: 'home.plan.captionLanguages' },
  'access.walkIns': { ...kind.check, block: 'people', label: 'home.plan.walkIns', hint: 'home.plan.walkInsNote' },
  'access.places': {
    ...kind.number(bounds.walkIns),
    block: 'people',
    label: 'home.plan.places',
    hint: 'home.plan.placesHelp',
    when: (typed) => typed['access.walkIns'] !== '',
  },
  'privacy.deletePersonalDataAfterDays': {
    ...kind.number(bounds.daysKept),
    block: 'people',
    label: 'home.plan.days',
    hint: 'home.plan.daysHelp',
  },
} as const satisfies Partial<FieldsOf<FlatPlan>>

/** Fields with components of their own. The day is a part of `startsAt`. */
export const ownFields = {
  timeZone: { part: 'session', label: 'home.plan.timeZone' },
  day: { part: 'session', label: 'home.day' },
  startsAt: { part: 'session', label: 'home.startsAt' },
  endsAt: { part: 'session', label: 'home.plan.endsAt' },
  segments: { part: 'agenda', label: 'home.plan.agenda' },
  papers: { part: 'papers', label: 'papers.title' },
  groups: { part: 'groups', label: 'home.plan.groups' },
  language: { part: 'texts', label: 'home.plan.firstLanguage' },
  'floor.limits.groups': { part: 'rules', label: 'home.plan.groupLimits' },
} as const satisfies Readonly<Record<string, { readonly part: PlanPart; readonly label: PlainKey }>>

export const planFields = { ...sessionFields, ...ruleFields } satisfies FieldsOf<Omit<FlatPlan, keyof typeof ownFields>>

type Segment = WrittenPlanFile['segments'][number]
export const ownSegmentFields = { endsBy: { label: 'home.plan.endsBy' }, speakers: { label: 'home.plan.speakers' } } as const
export const segmentFields = {
  title: { ...kind.required(kind.wording(bounds.segmentTitle)), block: 'row', label: 'home.name' },
  kind: { ...kind.choice('select', segmentWords), block: 'row', label: 'home.plan.kind' },
  minutes: { ...kind.number(bounds.minutes, 'decimal'), block: 'row', label: 'home.plan.minutes' },
  question: {
    ...kind.wording(bounds.question, 'area'),
    block: 'text',
    label: 'home.plan.question',
    when: (typed) => segmentKinds.some((one) => one === typed['kind'] && segmentRules[one].isTopic) || typed['question'] !== '',
  },
  opensList: { ...kind.check, block: 'more', label: 'home.plan.opensList', hint: 'home.plan.opensListNote' },
} as const satisfies FieldsOf<Omit<Segment, 'id' | keyof typeof ownSegmentFields>>

export const ownSpeakerFields = { group: { label: 'home.plan.group' } } as const
export const speakerFields = {
  entity: { ...kind.required(kind.text(bounds.entity)), block: 'name', label: 'home.plan.entity' },
  limit: { ...kind.optional(kind.length(bounds.limit)), block: 'time', label: 'home.plan.limit' },
} as const satisfies FieldsOf<Omit<Segment['speakers'][number], keyof typeof ownSpeakerFields>>

export const ownPaperFields = { segment: { label: 'home.plan.paperOf' } } as const
export const paperFields = {
  title: { ...kind.required(kind.wording(bounds.paperTitle)), block: 'row', label: 'home.name' },
  address: { ...kind.required(kind.paperAddress), block: 'row', label: 'home.plan.paperAddress' },
} as const satisfies FieldsOf<Omit<WrittenPlanFile['papers'][number], keyof typeof ownPaperFields>>

export const groupFields = {
  label: { ...kind.required(kind.wording(bounds.groupLabel)), block: 'row', label: 'home.plan.label' },
  short: { ...kind.wording(bounds.short), block: 'row', label: 'home.plan.shortLabel' },
  mark: { ...kind.choice('select', marks), block: 'row', label: 'home.plan.mark' },
} as const satisfies FieldsOf<Omit<WrittenPlanFile['groups'][number], 'id'>>

/** The limit of one group. */
export const groupLimit = kind.optional(kind.length(bounds.ownLimit))
