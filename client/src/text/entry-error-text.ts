/** The reasons for which the server does not admit a person: a sentence that tells what to do, and the field concerned. */
import type { MessageKey, PhoneKey } from './catalogue.ts'

type EntryField = 'code' | 'entity' | 'group' | 'name'

type Errors = Readonly<Record<string, { readonly key: MessageKey; readonly field: EntryField | null }>>

const joinErrors = {
  'no-such-code': { key: 'join.error.code', field: 'code' },
  short: { key: 'join.error.short', field: 'code' },
  'walk-ins-closed': { key: 'join.error.walkIns', field: 'code' },
  'walk-ins-full': { key: 'join.error.walkInsFull', field: 'code' },
  'session-closed': { key: 'refusal.session-closed', field: 'code' },
  'session-full': { key: 'join.error.full', field: null },
  'no-such-group': { key: 'join.error.group', field: 'group' },
  'text-empty': { key: 'join.error.entity', field: 'entity' },
  'text-too-long': { key: 'refusal.text-too-long', field: 'entity' },
  'text-refused': { key: 'join.error.name', field: 'entity' },
  'office-imitated': { key: 'join.error.name', field: 'entity' },
  'person-name-refused': { key: 'join.error.personName', field: 'name' },
  'too-many-failures': { key: 'join.error.tooMany', field: null },
  'too-many-requests': { key: 'join.error.tooMany', field: null },
  'person-revoked': { key: 'refusal.person-revoked', field: null },
  'no-such-session': { key: 'entry.noSession', field: null },
  'no-connection': { key: 'join.error.unreachable', field: null },
  malformed: { key: 'join.error.version', field: null },
} as const satisfies Readonly<Record<string, { readonly key: PhoneKey; readonly field: EntryField | null }>>

/** Includes the reasons that only organizers get. */
const entryErrors = {
  ...joinErrors,
  'session-running': { key: 'home.error.running', field: null },
  'plan-refused': { key: 'home.error.file', field: null },
  'too-large': { key: 'home.error.file', field: null },
  'session-started': { key: 'home.error.started', field: null },
  'organizer-only': { key: 'home.accessEnded', field: null },
  'no-such-organizer': { key: 'home.error.noOrganizer', field: null },
  'address-not-allowed': { key: 'home.connections.error.address', field: null },
  'address-unreachable': { key: 'home.connections.error.test', field: null },
  'too-many-webhooks': { key: 'home.connections.error.many', field: null },
  'no-such-webhook': { key: 'home.connections.error.gone', field: null },
  'no-such-message': { key: 'home.connections.error.gone', field: null },
  'no-such-token': { key: 'home.connections.error.gone', field: null },
  'no-such-person': { key: 'home.connections.error.role', field: null },
} as const satisfies Errors

type ErrorIn<Table extends Errors> = {
  readonly key: Table[keyof Table]['key'] | 'refused.unavailable'
  readonly field: EntryField | null
}

const findIn = <Table extends Errors>(table: Table, reason: string): ErrorIn<Table> =>
  Object.hasOwn(table, reason) ? (table[reason] as Table[keyof Table]) : { key: 'refused.unavailable', field: null }

export const getJoinError = (reason: string): ErrorIn<typeof joinErrors> => findIn(joinErrors, reason)
export const getEntryError = (reason: string): ErrorIn<typeof entryErrors> => findIn(entryErrors, reason)
