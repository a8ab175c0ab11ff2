/** The places of the page, and those of errors on it. The server gives segments, papers and groups by index; here they have keys. */
import { type LanguageId, languageIds } from '@rostrum/shared/kernel/wording'
import type { PlainKey } from '../../../text/catalogue.ts'
import {
  groupFields,
  ownFields,
  ownPaperFields,
  ownSegmentFields,
  ownSpeakerFields,
  type PlanPart,
  paperFields,
  ruleFields,
  segmentFields,
  sessionFields,
  speakerFields,
} from '../plan-fields.ts'
import type { PlanDraft } from './draft.ts'
import type { PlanErrors } from './read-draft.ts'
import type { FieldError } from './read-field.ts'
import { getTranslationPlace } from './translations.ts'

export type PlacedField = { readonly part: PlanPart; readonly label: PlainKey }

const find = (part: PlanPart, fields: Readonly<Record<string, { readonly label: PlainKey }>>, name = ''): PlacedField | null => {
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined
  return field === undefined ? null : { part, label: field.label }
}

/** The part of the page on which a place is, and its name there. Null if the page has no such field. */
export const findField = (place: string): PlacedField | null => {
  const [first, key, name = '', _, inner] = place.split('.')
  if (first === 'translations') return find('texts', ownFields, 'language')
  if (first === 'segments' && key !== undefined)
    return inner === undefined
      ? find('agenda', { ...segmentFields, ...ownSegmentFields }, name)
      : find('agenda', { ...speakerFields, ...ownSpeakerFields }, inner)
  if (first === 'papers' && key !== undefined) return find('papers', { ...paperFields, ...ownPaperFields }, name)
  if (first === 'groups' && key !== undefined) return find('groups', groupFields, name)
  if (place.startsWith('floor.limits.groups.')) return { part: 'rules', label: 'home.plan.limit' }
  const own: Readonly<Record<string, PlacedField>> = ownFields
  return (
    find('session', sessionFields, place) ?? find('rules', ruleFields, place) ?? (Object.hasOwn(own, place) ? (own[place] ?? null) : null)
  )
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
  if (first === 'papers' && second !== undefined) return [first, getKeyAt(draft.papers, second), third].join('.')
  if (first === 'groups' && second !== undefined) return [first, getKeyAt(draft.groups, second), third].join('.')
  // An error in a list is at the field that has the whole list.
  return path.replace(/\.\d+$/, '')
}

const serverErrors: Readonly<Record<string, FieldError>> = {
  'is empty': { kind: 'empty' },
  'has characters that cannot be shown': { kind: 'characters' },
  'not a time zone': { kind: 'zone' },
  'not an https address': { kind: 'paper' },
  'names a user': { kind: 'paper' },
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
    if (findField(place) === null) elsewhere.push(line)
    else faults.set(place, serverErrors[words] ?? { kind: 'said', words })
  }
  return { errors: faults, elsewhere }
}
