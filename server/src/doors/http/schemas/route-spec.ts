/** Describes a route for the OpenAPI document: access, parameters, body and every answer. The same schemas validate the request. */
import type { FastifySchema } from 'fastify'
import { z } from 'zod'
import { getHttpStatus, type HttpReason } from '../http-error.ts'

export const routeTags = {
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
  'This interface': 'This document.',
} as const

/** Who may use a route: the accepted secrets, and the reasons that anybody else gets. */
type RouteAccess = { readonly text: string; readonly secrets: readonly string[]; readonly reasons: readonly HttpReason[] }
const routeAccess = {
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
} as const satisfies Readonly<Record<string, RouteAccess>>

type RouteAnswer = ContentAnswer | z.ZodNull
type ContentAnswer = { readonly description: string; readonly content: Readonly<Record<string, { readonly schema: z.ZodType }>> }

export type RouteSpec<P, Q, B> = {
  /** The operation id, unique in the document. */
  readonly id: string
  readonly tag: keyof typeof routeTags
  readonly summary: string
  readonly about?: string
  readonly access: keyof typeof routeAccess
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  /** The media types of the body, if it is not JSON. */
  readonly takes?: readonly string[]
  readonly answers: Readonly<Record<number, RouteAnswer>>
  /** In addition to the reasons that every route has. */
  readonly refusals?: readonly HttpReason[]
  /** Refusals that contain more than a reason. All have the status 422. */
  readonly faults?: readonly z.ZodType[]
}

type RouteSchema<P, Q, B> = FastifySchema & { readonly params: P; readonly querystring: Q; readonly body: B }

const commonReasons: readonly HttpReason[] = ['malformed', 'too-many-requests', 'failed', 'unavailable']
const bodyReasons: readonly HttpReason[] = ['foreign-origin', 'too-large', 'json-only']

/** A route that changes nothing. */
export const readRoute = <P = undefined, Q = undefined>(spec: RouteSpec<P, Q, undefined>): RouteSchema<P, Q, undefined> =>
  makeRouteSchema(spec, [])

/** A route that takes a body, which may be empty. */
export const writeRoute = <P = undefined, Q = undefined, B = undefined>(spec: RouteSpec<P, Q, B>): RouteSchema<P, Q, B> =>
  makeRouteSchema(spec, bodyReasons)

function makeRouteSchema<P, Q, B>(spec: RouteSpec<P, Q, B>, ownReasons: readonly HttpReason[]): RouteSchema<P, Q, B> {
  const { id, tag, summary, about, access, params, query, body, takes, answers, refusals = [], faults = [] } = spec
  const { text, secrets, reasons: accessReasons } = routeAccess[access]
  const schema = {
    operationId: id,
    tags: [tag],
    summary,
    description: about === undefined ? text : `${about}\n\n${text}`,
    security: secrets.map((secret) => ({ [secret]: [] })),
    ...(params === undefined ? {} : { params }),
    ...(query === undefined ? {} : { querystring: query }),
    ...(body === undefined ? {} : { body }),
    ...(takes === undefined ? {} : { consumes: [...takes] }),
    response: { ...answers, ...makeErrorAnswers([...accessReasons, ...ownReasons, ...refusals, ...commonReasons], faults) },
  }
  return schema as FastifySchema as RouteSchema<P, Q, B>
}

/** Where a request is wrong, and what is allowed there. */
const faultFields = {
  at: z.string().optional().describe('The field, such as `people.2.email`, or the row of a file; empty for the whole.'),
  rule: z.string().optional().describe('What is allowed there.'),
}

function makeErrorAnswers(reasons: readonly HttpReason[], faults: readonly z.ZodType[]): Readonly<Record<number, RouteAnswer>> {
  const statuses = new Set([...reasons.map(getHttpStatus), ...(faults.length > 0 ? [422] : [])])
  return Object.fromEntries(
    [...statuses].map((status) => {
      const statusReasons = [...new Set(reasons.filter((reason) => getHttpStatus(reason) === status))]
      const plain =
        statusReasons.length > 0
          ? [z.object({ reason: z.enum(statusReasons), ...(status === 400 || status === 422 ? faultFields : {}) })]
          : []
      const schemas = [...plain, ...(status === 422 ? faults : [])]
      const reasonList = statusReasons.map((reason) => `\`${reason}\``).join(', ')
      const description = `Refused${reasonList === '' ? '' : `: ${reasonList}`}${plain.length < schemas.length ? ', with all errors.' : '.'}`
      return [status, jsonAnswer(description, schemas.length === 1 && schemas[0] ? schemas[0] : z.union(schemas))]
    }),
  )
}

/** An answer without a body. */
export const emptyAnswer = (description: string): z.ZodNull => z.null().describe(description)

export const jsonAnswer = (description: string, schema: z.ZodType): ContentAnswer => ({
  description,
  content: { 'application/json': { schema } },
})
/** An answer that is not JSON: text or bytes. */
export const fileAnswer = (type: string, description: string): RouteAnswer => ({
  description,
  content: { [type]: { schema: /^text\/|yaml$/.test(type) ? z.string() : z.file() } },
})
