/** What the document says of a route: who may ask, with what, and every answer that can come. What comes in is checked by the same schemas. */
import type { FastifySchema } from 'fastify'
import { z } from 'zod'
import { statusOf, type Why } from '../http-error.ts'

export const tags = {
  Entering: 'How people come in.',
  Sessions: 'The sessions of this server.',
  Plan: 'What a session is planned to be. It can be changed until the session is opened.',
  Links: 'The links of the officers, and the join code.',
  People: 'Who is registered, one by one.',
  Lists: 'Who is registered, as CSV files.',
  Invitations: 'What people are sent before the session.',
  Record: 'What was said and decided, from the log.',
  Rehearsals: 'A session played by simulated people.',
  Tokens: 'Secrets for programs.',
  Desk: 'What the Chair and the secretariat ask over HTTP.',
  'This interface': 'This document.',
} as const

/** Who may ask: with which secrets, and what anybody else is told. */
type Door = { readonly said: string; readonly secrets: readonly string[]; readonly why: readonly Why[] }
const doors = {
  everybody: { said: 'For everybody.', secrets: [], why: [] },
  organiser: { said: 'For the organizer, and for programs with a token.', secrets: ['organiser', 'token'], why: ['organiser-only'] },
  'organiser in person': { said: 'For the organizer; a token is not enough.', secrets: ['organiser'], why: ['organiser-only'] },
  keepers: {
    said: 'For the organizer, for programs with a token, and for chair and secretariat of the session with their ticket.',
    secrets: ['organiser', 'token', 'ticket'],
    why: ['forbidden', 'no-such-session'],
  },
  invited: {
    said: 'For the organizer, for programs with a token, and for whoever has a ticket or a link of the session.',
    secrets: ['organiser', 'token', 'ticket', 'link'],
    why: ['forbidden', 'no-such-session'],
  },
  drivers: { said: 'For chair and secretariat of a session, with their ticket.', secrets: ['ticket'], why: ['forbidden'] },
  participants: { said: 'For participants and panellists of a session, with their ticket.', secrets: ['ticket'], why: ['forbidden'] },
} as const satisfies Readonly<Record<string, Door>>

type Answer = { readonly description: string; readonly content: Readonly<Record<string, { readonly schema: z.ZodType }>> }

export type Description<P, Q, B> = {
  /** The name of the operation, unique in the document. */
  readonly id: string
  readonly tag: keyof typeof tags
  readonly summary: string
  readonly about?: string
  readonly who: keyof typeof doors
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  /** The type of the body where it is not JSON. */
  readonly takes?: string
  readonly answers: Readonly<Record<number, Answer>>
  /** Beside those that every route has. */
  readonly refusals?: readonly Why[]
  /** Refusals that say more than a reason; all of them with the status 422. */
  readonly faults?: readonly z.ZodType[]
}

type Described<P, Q, B> = FastifySchema & { readonly params: P; readonly querystring: Q; readonly body: B }

const always: readonly Why[] = ['too-many-requests', 'failed', 'unavailable']
const withBody: readonly Why[] = ['malformed', 'foreign-origin', 'too-large', 'json-only']

/** A route that changes nothing. */
export const reading = <P = undefined, Q = undefined>(given: Description<P, Q, undefined>): Described<P, Q, undefined> =>
  described(given, given.query === undefined ? [] : ['malformed'])

/** A route that takes a body, if only an empty one. */
export const writing = <P = undefined, Q = undefined, B = undefined>(given: Description<P, Q, B>): Described<P, Q, B> =>
  described(given, withBody)

function described<P, Q, B>(given: Description<P, Q, B>, own: readonly Why[]): Described<P, Q, B> {
  const { id, tag, summary, about, who, params, query, body, takes, answers, refusals = [], faults = [] } = given
  const { said, secrets, why } = doors[who]
  const schema = {
    operationId: id,
    tags: [tag],
    summary,
    description: about === undefined ? said : `${about}\n\n${said}`,
    security: secrets.map((secret) => ({ [secret]: [] })),
    ...(params === undefined ? {} : { params }),
    ...(query === undefined ? {} : { querystring: query }),
    ...(body === undefined ? {} : { body }),
    ...(takes === undefined ? {} : { consumes: [takes] }),
    response: { ...answers, ...refused([...why, ...own, ...refusals, ...always], faults) },
  }
  return schema as FastifySchema as Described<P, Q, B>
}

function refused(reasons: readonly Why[], faults: readonly z.ZodType[]): Readonly<Record<number, Answer>> {
  const statuses = new Set([...reasons.map(statusOf), ...(faults.length > 0 ? [422] : [])])
  return Object.fromEntries(
    [...statuses].map((status) => {
      const whys = [...new Set(reasons.filter((why) => statusOf(why) === status))]
      const plain = whys.length > 0 ? [z.object({ why: z.enum(whys) })] : []
      const said = [...plain, ...(status === 422 ? faults : [])]
      const listed = whys.map((why) => `\`${why}\``).join(', ')
      const words = `Refused${listed === '' ? '' : `: ${listed}`}${plain.length < said.length ? ', with all that is wrong.' : '.'}`
      return [status, json(words, said.length === 1 && said[0] ? said[0] : z.union(said))]
    }),
  )
}

export const json = (description: string, schema: z.ZodType): Answer => ({ description, content: { 'application/json': { schema } } })
/** An answer that is no JSON: text, or bytes. */
export const file = (type: string, description: string): Answer => ({
  description,
  content: { [type]: { schema: /^text\/|yaml$/.test(type) ? z.string() : z.file() } },
})
