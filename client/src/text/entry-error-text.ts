/** Why a door stays shut, as a sentence that says what to do, and which field it concerns. */
import type { Key } from './catalogue.ts'

type DoorField = 'code' | 'entity' | 'group' | 'name'

const sayings = {
  'no-such-code': { words: 'join.error.code', field: 'code' },
  short: { words: 'join.error.short', field: 'code' },
  'walk-ins-closed': { words: 'join.error.walkIns', field: 'code' },
  'session-closed': { words: 'refusal.session-closed', field: 'code' },
  'session-full': { words: 'join.error.full', field: null },
  'no-such-group': { words: 'join.error.group', field: 'group' },
  'text-empty': { words: 'join.error.entity', field: 'entity' },
  'text-too-long': { words: 'refusal.text-too-long', field: 'entity' },
  'text-refused': { words: 'join.error.name', field: 'entity' },
  'office-imitated': { words: 'join.error.name', field: 'entity' },
  'name-empty': { words: 'join.error.nameMissing', field: 'name' },
  'too-many-failures': { words: 'join.error.tooMany', field: null },
  'too-many-requests': { words: 'join.error.tooMany', field: null },
  'person-revoked': { words: 'refusal.person-revoked', field: null },
  'session-running': { words: 'home.error.running', field: null },
  'no-such-session': { words: 'door.noSession', field: null },
  'plan-refused': { words: 'home.error.file', field: null },
  'too-large': { words: 'home.error.file', field: null },
  'session-begun': { words: 'home.error.begun', field: null },
  'no-connection': { words: 'join.error.unreachable', field: null },
  malformed: { words: 'join.error.version', field: null },
} as const satisfies Readonly<Record<string, { readonly words: Key; readonly field: DoorField | null }>>

type Saying = { readonly words: (typeof sayings)[keyof typeof sayings]['words'] | 'refused.unavailable'; readonly field: DoorField | null }

export const doorSaying = (why: string): Saying =>
  Object.hasOwn(sayings, why) ? sayings[why as keyof typeof sayings] : { words: 'refused.unavailable', field: null }
