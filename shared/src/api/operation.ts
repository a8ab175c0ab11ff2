/** One operation of the HTTP API: who may ask, what it takes, every answer and every refusal. Server, document and client read the same tables. */
import { z } from 'zod'
import type { ReadonlyDeep } from '../kernel/readonly-deep.ts'
import type { DetailedReason, PlainReason } from './reasons.ts'

export const operationTags = {
  Entering: 'How people enter a session.',
  Sessions: 'The sessions of this server.',
  Plan: 'The plan of a session. It can be changed until the session is opened.',
  Links: 'The links of the officers, and the join code.',
  People: 'The people of the roster, one by one.',
  Lists: 'The people of the roster, as files.',
  Invitations: 'What people get before the session.',
  Record: 'What was said and decided, computed from the log.',
  Rehearsals: 'A session with simulated people.',
  Organizers: 'Who sets sessions up, each with a link of their own.',
  Tokens: 'Secrets for programs.',
  Webhooks: 'What happens in a session, sent to other programs.',
  Acting: 'What a screen does over its socket, for programs: commands, views and what changes.',
  Captions: 'What is said, as text, while it is said.',
  Booth: 'What is handed in to interpreters, and said between them.',
  Staff: 'What chair and secretariat ask over HTTP.',
  'This interface': 'What describes it.',
} as const

/** The access to an operation: the accepted secrets, and the reasons that anybody else gets. */
type Access = { readonly text: string; readonly secrets: readonly string[]; readonly reasons: readonly PlainReason[] }
export const operationAccess = {
  everybody: { text: 'For everybody.', secrets: [], reasons: [] },
  organizer: { text: 'For the organizer, and for programs with a token.', secrets: ['organizer', 'token'], reasons: ['organizer-only'] },
  'organizer in person': { text: 'For organizers; a token is not enough.', secrets: ['organizer'], reasons: ['organizer-only'] },
  organizerOrStaff: {
    text: 'For the organizer, for programs with a token, and for chair and secretariat of the session with their ticket.',
    secrets: ['organizer', 'token', 'ticket'],
    reasons: ['forbidden', 'no-such-session'],
  },
  invited: {
    text: 'For the organizer, for programs with a token, and for everybody with a ticket or a link of the session.',
    secrets: ['organizer', 'token', 'ticket', 'link'],
    reasons: ['forbidden', 'no-such-session'],
  },
  captioner: { text: 'For who has the key of a caption track.', secrets: ['captionKey'], reasons: ['forbidden'] },
  staff: { text: 'For chair and secretariat of a session, with their ticket.', secrets: ['ticket'], reasons: ['forbidden'] },
  acting: {
    text: 'For everybody in the session, with their ticket, and for programs with a token of the session.',
    secrets: ['ticket', 'sessionToken'],
    reasons: ['forbidden', 'session-closed'],
  },
  interpreters: { text: 'For interpreters of a session, with their ticket.', secrets: ['ticket'], reasons: ['forbidden'] },
  members: { text: 'For participants and panellists of a session, with their ticket.', secrets: ['ticket'], reasons: ['forbidden'] },
} as const satisfies Readonly<Record<string, Access>>

/** Every operation can be refused for these reasons. */
export const commonReasons = [
  'malformed',
  'too-many-requests',
  'session-damaged',
  'failed',
  'unavailable',
] as const satisfies readonly PlainReason[]
/** Every operation that takes a body, which may be empty, can be refused for these reasons too. */
export const bodyReasons = ['foreign-origin', 'too-large', 'json-only'] as const satisfies readonly PlainReason[]

/** The type that a schema describes, with all fields read-only. */
export type TypeOf<Schema extends z.ZodType> = ReadonlyDeep<z.output<Schema>>

type OperationAnswer = Content | z.ZodNull
type Content = { readonly description: string; readonly content: Readonly<Record<string, { readonly schema: z.ZodType }>> }

export type Operation = {
  /** The operation id, unique in the document. */
  readonly id: string
  readonly tag: keyof typeof operationTags
  readonly summary: string
  readonly about?: string
  readonly access: keyof typeof operationAccess
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  readonly headers?: z.ZodType
  readonly body?: z.ZodType
  /** The media types of the body, if it is not JSON. */
  readonly takes?: readonly string[]
  readonly answers: Readonly<Record<number, OperationAnswer>>
  /** The reasons in addition to those of every operation. */
  readonly refusals?: readonly PlainReason[]
  /** The refusals that contain more than a reason. All have the status 422. */
  readonly faults?: readonly z.ZodType<{ readonly reason: DetailedReason }>[]
}
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
/** Operations by method and path. */
export type OperationTable = Readonly<Record<`${Method} /api/${string}`, Operation>>

/** An answer without a body. */
export const emptyAnswer = (description: string): z.ZodNull => z.null().describe(description)

export const jsonAnswer = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: { 'application/json': { schema } },
})
/** An answer that is not JSON: text or bytes. */
export const fileAnswer = (type: string, description: string): Content => ({
  description,
  content: { [type]: { schema: /^text\/|yaml$/.test(type) ? z.string() : z.file() } },
})
