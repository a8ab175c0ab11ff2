/** Maps errors to places on the page. The server gives segments and groups by index; here they have keys. */
import { type LanguageId, languageIds } from '@rostrum/shared/kernel/wording'
import type { PlanDraft } from './draft.ts'
import type { PlanErrors } from './read-draft.ts'
import type { FieldError } from './read-field.ts'
import { getTranslationPlace } from './translations.ts'

export const planParts = ['session', 'agenda', 'groups', 'texts', 'rules'] as const
export type PlanPart = (typeof planParts)[number]

const sessionPlaces = new Set([
  ...['title', 'short', 'series', 'host', 'venue', 'place', 'timeZone', 'day', 'startsAt', 'endsAt', 'about'],
  ...['links.meeting', 'links.captions'],
])
const rulePlaces = new Set([
  ...['limit', 'limits.room', 'limits.remote', 'pointOfOrder', 'rightOfReply', 'warnings', 'order', 'overtakes', 'grace', 'reserve'].map(
    (field) => `floor.${field}`,
  ),
  ...['moderation', 'attribution', 'length', 'cap', 'answer'].map((field) => `questions.${field}`),
  ...['captions.kept', 'captions.delay', 'captions.languages'],
  ...['access.walkIns', 'access.places', 'privacy.deletePersonalDataAfterDays'],
])
const segmentPlace = /^segments\.[^.]+\.(kind|title|minutes|question|endsBy|speakers(\.[^.]+\.(entity|group|limit))?)$/
const groupPlace = /^groups\.[^.]+\.(label|short|mark)$/

/** Null if the page has no such field. */
export const getPlanPart = (place: string): PlanPart | null => {
  if (sessionPlaces.has(place)) return 'session'
  if (place.startsWith('translations.')) return 'texts'
  if (place === 'segments' || segmentPlace.test(place)) return 'agenda'
  if (place === 'groups' || groupPlace.test(place)) return 'groups'
  return rulePlaces.has(place) || /^floor\.limits\.groups\.[^.]+$/.test(place) ? 'rules' : null
}

const isLanguage = (id: string | undefined): id is LanguageId => languageIds.some((one) => one === id)

const getKeyAt = (things: readonly { readonly key: string }[] | undefined, index: string | undefined): string =>
  things?.[Number(index)]?.key ?? '?'

/** Replaces indexes by keys, from the draft that was sent. */
const toErrorPlace = (path: string, draft: PlanDraft): string => {
  const [, ofText, language] = /^(.*)\.(\w\w)$/.exec(path) ?? []
  if (ofText !== undefined && isLanguage(language)) {
    const place = toErrorPlace(ofText, draft)
    return language === draft.languages[0] ? place : getTranslationPlace(language, place)
  }
  const [first, second, third, fourth, ...rest] = path.split('.')
  if (first === 'segments' && second !== undefined) {
    const segment = draft.segments[Number(second)]
    const inside = third === 'speakers' && fourth !== undefined ? [third, getKeyAt(segment?.speakers, fourth), ...rest] : [third]
    return [first, segment?.key ?? '?', ...inside].join('.')
  }
  if (first === 'groups' && second !== undefined) return [first, getKeyAt(draft.groups, second), third].join('.')
  if (path.startsWith('floor.warnings')) return 'floor.warnings'
  if (path.startsWith('captions.languages')) return 'captions.languages'
  return path
}

const serverErrors: Readonly<Record<string, FieldError>> = {
  'is empty': { kind: 'empty' },
  'has characters that cannot be shown': { kind: 'characters' },
  'not a time zone': { kind: 'zone' },
}

export type ServerErrors = { readonly errors: PlanErrors; readonly elsewhere: readonly string[] }

/** The server's errors: at their field if the page has it, otherwise as the server's text. */
export const parseServerErrors = (details: object | undefined, draft: PlanDraft): ServerErrors => {
  const lines =
    details && 'faults' in details && Array.isArray(details.faults) ? details.faults.filter((line) => typeof line === 'string') : []
  const faults = new Map<string, FieldError>()
  const elsewhere: string[] = []
  for (const line of lines) {
    const [, path = '', words = ''] = /^([\w.-]+): (.*)$/s.exec(line) ?? []
    const place = toErrorPlace(path, draft)
    if (getPlanPart(place) === null) elsewhere.push(line)
    else faults.set(place, serverErrors[words] ?? { kind: 'said', words })
  }
  return { errors: faults, elsewhere }
}
