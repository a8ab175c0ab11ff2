/** Where on the page a fault belongs. The server counts parts and groups; here they have keys. */
import type { Draft } from './draft.ts'
import type { Faults } from './read-draft.ts'
import type { Fault } from './read-field.ts'

export const planParts = ['session', 'agenda', 'groups', 'rules'] as const
export type PlanPart = (typeof planParts)[number]

const session = new Set([
  ...['title', 'short', 'series', 'host', 'venue', 'place', 'timeZone', 'day', 'startsAt', 'endsAt', 'about'],
  ...['links.meeting', 'links.captions'],
])
const rules = new Set([
  ...['limit', 'limits.room', 'limits.remote', 'pointOfOrder', 'rightOfReply', 'warnings', 'order', 'overtakes', 'grace', 'reserve'].map(
    (field) => `floor.${field}`,
  ),
  ...['moderation', 'attribution', 'length', 'cap', 'answer'].map((field) => `questions.${field}`),
  ...['access.walkIns', 'privacy.deletePersonalDataAfterDays'],
])
const ofSegment = /^segments\.[^.]+\.(kind|title|minutes|question|endsBy|speakers(\.[^.]+\.(entity|group|limit))?)$/
const ofGroup = /^groups\.[^.]+\.(label|short|mark)$/

/** Null where the page has no such field. */
export const partOf = (place: string): PlanPart | null => {
  if (session.has(place)) return 'session'
  if (place === 'segments' || ofSegment.test(place)) return 'agenda'
  if (place === 'groups' || ofGroup.test(place)) return 'groups'
  return rules.has(place) || /^floor\.limits\.groups\.[^.]+$/.test(place) ? 'rules' : null
}

const keyAt = (things: readonly { readonly key: string }[] | undefined, index: string | undefined): string =>
  things?.[Number(index)]?.key ?? '?'

/** With keys for numbers; of the draft that was sent. */
const placeIn = (path: string, draft: Draft): string => {
  const [first, second, third, fourth, ...rest] = path.split('.')
  if (first === 'segments' && second !== undefined) {
    const segment = draft.segments[Number(second)]
    const inside = third === 'speakers' && fourth !== undefined ? [third, keyAt(segment?.speakers, fourth), ...rest] : [third]
    return [first, segment?.key ?? '?', ...inside].join('.')
  }
  if (first === 'groups' && second !== undefined) return [first, keyAt(draft.groups, second), third].join('.')
  if (path.startsWith('floor.warnings')) return 'floor.warnings'
  return path
}

const known: Readonly<Record<string, Fault>> = {
  'is empty': { kind: 'empty' },
  'has characters that cannot be shown': { kind: 'characters' },
  'not a time zone': { kind: 'zone' },
}

export type Said = { readonly faults: Faults; readonly elsewhere: readonly string[] }

/** What the server found wrong: at its field where the page has it, else as it was said. */
export const saidAbout = (more: object | undefined, draft: Draft): Said => {
  const lines = more && 'faults' in more && Array.isArray(more.faults) ? more.faults.filter((line) => typeof line === 'string') : []
  const faults = new Map<string, Fault>()
  const elsewhere: string[] = []
  for (const line of lines) {
    const [, path = '', words = ''] = /^([\w.-]+): (.*)$/s.exec(line) ?? []
    const place = placeIn(path, draft)
    if (partOf(place) === null) elsewhere.push(line)
    else faults.set(place, known[words] ?? { kind: 'said', words })
  }
  return { faults, elsewhere }
}
