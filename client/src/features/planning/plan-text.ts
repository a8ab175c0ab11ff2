/** What the fields of a plan are called, what is wrong with them, and what the closed lists offer. */
import type { Attribution, OrderMode } from '@rostrum/shared/contract/enums'
import type { Mark, SegmentKind } from '@rostrum/shared/contract/plan'
import type { Key } from '../../text/catalogue.ts'
import { doorSaying } from '../../text/entry-error-text.ts'
import type { Speak } from '../../text/messages.ts'
import { lengthText } from '../../text/times.ts'
import type { Draft } from './model/draft.ts'
import type { Fault } from './model/read-field.ts'

/** By the last word of the place. */
export const fieldWords = {
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
  walkIns: 'home.plan.walkIns',
  deletePersonalDataAfterDays: 'home.plan.days',
  segments: 'home.plan.agenda',
  groups: 'home.plan.groups',
} as const satisfies Readonly<Record<string, Key>>

export const kindWords = {
  opening: 'home.plan.kind.opening',
  topic: 'home.plan.kind.topic',
  panel: 'home.plan.kind.panel',
  'open-floor': 'home.plan.kind.openFloor',
  closing: 'home.plan.kind.closing',
} as const satisfies Readonly<Record<SegmentKind, Key>>

export const markWords = {
  square: 'home.plan.mark.square',
  circle: 'home.plan.mark.circle',
  diamond: 'home.plan.mark.diamond',
  triangle: 'home.plan.mark.triangle',
  hexagon: 'home.plan.mark.hexagon',
} as const satisfies Readonly<Record<Mark, Key>>

export const orderWords = {
  received: { label: 'queue.order.received', note: 'queue.order.receivedNote' },
  alternate: { label: 'queue.order.alternate', note: 'queue.order.alternateNote' },
  rotate: { label: 'queue.order.rotate', note: 'queue.order.rotateNote' },
  balanced: { label: 'queue.order.balanced', note: 'queue.order.balancedNote' },
} as const satisfies Readonly<Record<OrderMode, object>>

export const attributionWords = {
  named: { label: 'home.plan.named', note: 'home.plan.namedNote' },
  hidden: { label: 'home.plan.hidden', note: 'home.plan.hiddenNote' },
  unattributed: { label: 'home.plan.unattributed', note: 'home.plan.unattributedNote' },
} as const satisfies Readonly<Record<Attribution, object>>

const plainFaults = {
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
} as const satisfies Readonly<Partial<Record<Fault['kind'], Key>>>

export const faultWords = (t: Speak, fault: Fault): string => {
  switch (fault.kind) {
    case 'too-long':
      return t('home.plan.fault.tooLong', { most: fault.most })
    case 'length':
      return t('home.plan.fault.length', { from: lengthText(fault.from * 1000), to: lengthText(fault.to * 1000) })
    case 'number':
      return t('home.plan.fault.number', { from: fault.from, to: fault.to })
    case 'said':
      return t('home.plan.fault.said', { words: fault.words })
    default:
      return t(plainFaults[fault.kind])
  }
}

const wordsAt = (t: Speak, field: string | undefined): string =>
  field !== undefined && Object.hasOwn(fieldWords, field) ? t(fieldWords[field as keyof typeof fieldWords]) : ''

/** "Closing: Minutes"; what has no name yet goes by its number. */
export const placeWords = (t: Speak, place: string, draft: Draft): string => {
  const path = place.split('.')
  const [first, key] = path
  const segment = first === 'segments' && key !== undefined ? draft.segments.findIndex((one) => one.key === key) : -1
  const groupKey = place.startsWith('floor.limits.groups.') ? path.at(-1) : first === 'groups' ? key : undefined
  const group = draft.groups.findIndex((one) => one.key === groupKey)
  const field = wordsAt(t, place.startsWith('floor.limits.groups.') ? 'limit' : path.at(-1))
  if (segment >= 0) return t('home.plan.of', { of: segmentName(t, draft, segment), field })
  return group >= 0 ? t('home.plan.of', { of: groupLabel(t, draft, group), field }) : field
}

export const segmentName = (t: Speak, { segments }: Draft, index: number): string =>
  segments[index]?.title.trim() || t('home.plan.part', { n: index + 1 })
export const groupLabel = (t: Speak, { groups }: Draft, index: number): string =>
  groups[index]?.label.trim() || t('home.plan.groupN', { n: index + 1 })

/** Why a plan was not saved. */
export const planRefusal = (t: Speak, why: string): string => {
  if (why === 'session-begun') return t('home.plan.begunMeanwhile')
  if (why === 'group-in-use') return t('refusal.group-in-use')
  if (why === 'plan-refused') return t('home.plan.refused')
  return t(doorSaying(why).words)
}

/** A value as it stands in a field, in words. */
export const valueWords = (t: Speak, field: string, value: string): string => {
  if (field === 'kind' && Object.hasOwn(kindWords, value)) return t(kindWords[value as SegmentKind])
  if (field === 'mark' && Object.hasOwn(markWords, value)) return t(markWords[value as Mark])
  if (field === 'order' && Object.hasOwn(orderWords, value)) return t(orderWords[value as OrderMode].label)
  if (field === 'attribution' && Object.hasOwn(attributionWords, value)) return t(attributionWords[value as Attribution].label)
  if (field === 'opensList' || field === 'walkIns') return t(value === '' ? 'home.plan.no' : 'home.plan.yes')
  if (field === 'moderation') return t(value === 'none' ? 'home.plan.no' : 'home.plan.yes')
  return value === '' ? t('home.plan.nothing') : value
}

export const fieldName = (t: Speak, field: string): string => wordsAt(t, field)
