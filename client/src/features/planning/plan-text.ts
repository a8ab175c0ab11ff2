/** The places of a plan, their errors and their values in words. */
import type { FailureOf } from '@rostrum/shared/api/operations'
import type { Language, PlainKey } from '../../text/catalogue.ts'
import type { OwnSentences } from '../../text/failure-text.ts'
import { uiLanguages } from '../../text/language-files.ts'
import { formatLanguageName } from '../../text/language-name.ts'
import type { Translate } from '../../text/messages.ts'
import { joinNames } from '../../text/name-list.ts'
import { formatDuration } from '../../text/times.ts'
import type { ComparedField } from './model/differences.ts'
import type { PlanDraft } from './model/draft.ts'
import { findField } from './model/error-places.ts'
import { splitTyped } from './model/field-kinds.ts'
import type { FieldError } from './model/read-field.ts'

const plainErrorMessages = {
  empty: 'home.plan.fault.empty',
  characters: 'home.plan.fault.characters',
  day: 'home.plan.fault.day',
  time: 'home.plan.fault.time',
  'left-out': 'home.plan.fault.leftOut',
  zone: 'home.plan.fault.zone',
  link: 'home.plan.fault.link',
  paper: 'home.plan.fault.paper',
  warnings: 'home.plan.fault.warnings',
  tags: 'home.plan.fault.tags',
  'none-left': 'home.plan.fault.noneLeft',
  'too-many': 'home.plan.fault.tooMany',
} as const satisfies Readonly<Partial<Record<FieldError['kind'], PlainKey>>>

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

/** Returns the name of a language in that language. */
export const getOwnLanguageName = (id: string | undefined): string => uiLanguages.find((one) => one.id === id)?.name ?? ''

/** For example "Closing: Minutes". An item without a name is shown by its number. */
export const getPlaceText = (t: Translate, place: string, draft: PlanDraft): string => {
  const path = place.split('.')
  const [first, key] = path
  if (first === 'translations')
    return t('home.plan.of', { of: getOwnLanguageName(key), field: getPlaceText(t, path.slice(2).join('.'), draft) })
  const paper = first === 'papers' && key !== undefined ? draft.papers.findIndex((one) => one.key === key) : -1
  const segment = first === 'segments' && key !== undefined ? draft.segments.findIndex((one) => one.key === key) : -1
  const groupKey = place.startsWith('floor.limits.groups.') ? path.at(-1) : first === 'groups' ? key : undefined
  const group = draft.groups.findIndex((one) => one.key === groupKey)
  const found = findField(place)
  const field = found === null ? '' : t(found.label)
  if (paper >= 0) return t('home.plan.of', { of: getDraftPaperName(t, draft, paper), field })
  if (segment >= 0) return t('home.plan.of', { of: getDraftSegmentName(t, draft, segment), field })
  return group >= 0 ? t('home.plan.of', { of: getGroupLabel(t, draft, group), field }) : field
}

export const getDraftSegmentName = (t: Translate, { segments }: PlanDraft, index: number): string =>
  segments[index]?.title.trim() || t('home.plan.part', { n: index + 1 })
export const getDraftPaperName = (t: Translate, { papers }: PlanDraft, index: number): string =>
  papers[index]?.title.trim() || t('home.plan.paperN', { n: index + 1 })
export const getGroupLabel = (t: Translate, { groups }: PlanDraft, index: number): string =>
  groups[index]?.label.trim() || t('home.plan.groupN', { n: index + 1 })

/** Why a plan was not saved, where the page of the plan says it differently. */
export const ownPlanSentences = {
  'plan-refused': 'home.plan.refused',
  'session-started': 'home.plan.startedMeanwhile',
} as const satisfies OwnSentences<FailureOf<'PUT /api/sessions/:id/plan'>>

/** Returns the value of a field in words. */
export const getValueText = (t: Translate, language: Language, field: ComparedField | null, value: string): string => {
  const { look, options = {} } = field ?? {}
  const [option] = options[value] ?? []
  if (option !== undefined) return t(option)
  if (look === 'check') return t(value === '' ? 'home.plan.no' : 'home.plan.yes')
  if (value === '') return t('home.plan.nothing')
  if (look !== 'languages') return value
  return joinNames(
    language,
    splitTyped(value).map((tag) => formatLanguageName(language.id, tag)),
  )
}
