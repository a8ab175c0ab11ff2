/** Texts for the fields of a plan, their errors, and the options of the choices. */
import type { Attribution, OrderMode } from '@rostrum/shared/contract/enums'
import type { GroupMarkName } from '@rostrum/shared/contract/group-marks'
import type { SegmentKind } from '@rostrum/shared/contract/plan'
import type { MessageKey } from '../../text/catalogue.ts'
import { getEntryError } from '../../text/entry-error-text.ts'
import { uiLanguages } from '../../text/language-files.ts'
import type { Translate } from '../../text/messages.ts'
import { formatDuration } from '../../text/times.ts'
import type { PlanDraft } from './model/draft.ts'
import type { FieldError } from './model/read-field.ts'

/** Names of fields, by the last word of the place. */
export const fieldMessages = {
  title: 'home.name',
  short: 'home.plan.short',
  series: 'home.plan.series',
  host: 'home.plan.host',
  venue: 'home.plan.venue',
  place: 'home.plan.place',
  timeZone: 'home.plan.timeZone',
  day: 'home.day',
  startsAt: 'home.startsAt',
  endsAt: 'home.plan.endsAt',
  about: 'home.plan.about',
  meeting: 'home.plan.meeting',
  captions: 'home.plan.captions',
  kind: 'home.plan.kind',
  minutes: 'home.plan.minutes',
  question: 'home.plan.question',
  endsBy: 'home.plan.endsAt',
  opensList: 'home.plan.opensList',
  speakers: 'home.plan.speakers',
  entity: 'home.plan.entity',
  group: 'home.plan.group',
  position: 'home.plan.position',
  label: 'home.plan.label',
  mark: 'home.plan.mark',
  limit: 'home.plan.limit',
  room: 'home.plan.room',
  remote: 'home.plan.remote',
  groupLimits: 'home.plan.groupLimits',
  pointOfOrder: 'home.plan.pointOfOrder',
  rightOfReply: 'home.plan.rightOfReply',
  answer: 'home.plan.answer',
  warnings: 'home.plan.warnings',
  grace: 'home.plan.grace',
  reserve: 'home.plan.reserve',
  order: 'home.plan.order',
  overtakes: 'home.plan.overtakes',
  moderation: 'home.plan.moderation',
  attribution: 'home.plan.attribution',
  length: 'home.plan.length',
  cap: 'home.plan.cap',
  tags: 'home.plan.tags',
  words: 'home.plan.statementWords',
  anytime: 'home.plan.anytime',
  kept: 'captions.kept',
  delay: 'captions.delay',
  languages: 'home.plan.captionLanguages',
  walkIns: 'home.plan.walkIns',
  walkInPlaces: 'home.plan.places',
  deletePersonalDataAfterDays: 'home.plan.days',
  segments: 'home.plan.agenda',
  groups: 'home.plan.groups',
} as const satisfies Readonly<Record<string, MessageKey>>

export const kindMessages = {
  opening: 'home.plan.kind.opening',
  topic: 'home.plan.kind.topic',
  panel: 'home.plan.kind.panel',
  'open-floor': 'home.plan.kind.openFloor',
  closing: 'home.plan.kind.closing',
} as const satisfies Readonly<Record<SegmentKind, MessageKey>>

export const markMessages = {
  square: 'home.plan.mark.square',
  circle: 'home.plan.mark.circle',
  diamond: 'home.plan.mark.diamond',
  triangle: 'home.plan.mark.triangle',
  hexagon: 'home.plan.mark.hexagon',
} as const satisfies Readonly<Record<GroupMarkName, MessageKey>>

export const orderMessages = {
  received: { label: 'queue.order.received', note: 'queue.order.receivedNote' },
  alternate: { label: 'queue.order.alternate', note: 'queue.order.alternateNote' },
  rotate: { label: 'queue.order.rotate', note: 'queue.order.rotateNote' },
  balanced: { label: 'queue.order.balanced', note: 'queue.order.balancedNote' },
} as const satisfies Readonly<Record<OrderMode, object>>

export const attributionMessages = {
  named: { label: 'home.plan.named', note: 'home.plan.namedNote' },
  hidden: { label: 'home.plan.hidden', note: 'home.plan.hiddenNote' },
  unattributed: { label: 'home.plan.unattributed', note: 'home.plan.unattributedNote' },
} as const satisfies Readonly<Record<Attribution, object>>

const plainErrorMessages = {
  empty: 'home.plan.fault.empty',
  characters: 'home.plan.fault.characters',
  day: 'home.plan.fault.day',
  time: 'home.plan.fault.time',
  'left-out': 'home.plan.fault.leftOut',
  zone: 'home.plan.fault.zone',
  link: 'home.plan.fault.link',
  warnings: 'home.plan.fault.warnings',
  tags: 'home.plan.fault.tags',
  'none-left': 'home.plan.fault.noneLeft',
  'too-many': 'home.plan.fault.tooMany',
} as const satisfies Readonly<Partial<Record<FieldError['kind'], MessageKey>>>

export const getFieldErrorText = (t: Translate, error: FieldError): string => {
  switch (error.kind) {
    case 'too-long':
      return t('home.plan.fault.tooLong', { most: error.most })
    case 'length':
      return t('home.plan.fault.length', { from: formatDuration(error.from * 1000), to: formatDuration(error.to * 1000) })
    case 'number':
      return t('home.plan.fault.number', { from: error.from, to: error.to })
    case 'said':
      return t('home.plan.fault.said', { words: error.words })
    default:
      return t(plainErrorMessages[error.kind])
  }
}

const getFieldText = (t: Translate, field: string | undefined): string =>
  field !== undefined && Object.hasOwn(fieldMessages, field) ? t(fieldMessages[field as keyof typeof fieldMessages]) : ''

/** Returns the name of a language in that language. */
export const getLanguageName = (id: string | undefined): string => uiLanguages.find((one) => one.id === id)?.name ?? ''

/** For example "Closing: Minutes". An item without a name is shown by its number. */
export const getPlaceText = (t: Translate, place: string, draft: PlanDraft): string => {
  const path = place.split('.')
  const [first, key] = path
  if (first === 'translations')
    return t('home.plan.of', { of: getLanguageName(key), field: getPlaceText(t, path.slice(2).join('.'), draft) })
  const segment = first === 'segments' && key !== undefined ? draft.segments.findIndex((one) => one.key === key) : -1
  const groupKey = place.startsWith('floor.limits.groups.') ? path.at(-1) : first === 'groups' ? key : undefined
  const group = draft.groups.findIndex((one) => one.key === groupKey)
  const field = getFieldText(t, place.startsWith('floor.limits.groups.') ? 'limit' : path.at(-1))
  if (segment >= 0) return t('home.plan.of', { of: getDraftSegmentName(t, draft, segment), field })
  return group >= 0 ? t('home.plan.of', { of: getGroupLabel(t, draft, group), field }) : field
}

export const getDraftSegmentName = (t: Translate, { segments }: PlanDraft, index: number): string =>
  segments[index]?.title.trim() || t('home.plan.part', { n: index + 1 })
export const getGroupLabel = (t: Translate, { groups }: PlanDraft, index: number): string =>
  groups[index]?.label.trim() || t('home.plan.groupN', { n: index + 1 })

/** Explains why a plan was not saved. */
export const getPlanRefusalText = (t: Translate, reason: string): string => {
  if (reason === 'session-started') return t('home.plan.startedMeanwhile')
  if (reason === 'group-in-use') return t('refusal.group-in-use')
  if (reason === 'plan-refused') return t('home.plan.refused')
  return t(getEntryError(reason).key)
}

/** Returns the value of a field in words. */
export const getValueText = (t: Translate, field: string, value: string): string => {
  if (field === 'kind' && Object.hasOwn(kindMessages, value)) return t(kindMessages[value as SegmentKind])
  if (field === 'mark' && Object.hasOwn(markMessages, value)) return t(markMessages[value as GroupMarkName])
  if (field === 'order' && Object.hasOwn(orderMessages, value)) return t(orderMessages[value as OrderMode].label)
  if (field === 'attribution' && Object.hasOwn(attributionMessages, value)) return t(attributionMessages[value as Attribution].label)
  if (field === 'opensList' || field === 'walkIns' || field === 'kept') return t(value === '' ? 'home.plan.no' : 'home.plan.yes')
  if (field === 'moderation') return t(value === 'none' ? 'home.plan.no' : 'home.plan.yes')
  return value === '' ? t('home.plan.nothing') : value
}

export const getFieldName = (t: Translate, field: string): string => getFieldText(t, field)
