/** Every "no" of the HTTP doors: a kebab-case reason with a fitting status. What fails inside never says why to the outside. */

import type { Rejection } from '@rostrum/shared/contract/rejections'
import { isModest } from '@rostrum/shared/protocol/parse'
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify'
import type { z } from 'zod'

const statuses = {
  malformed: 400,
  'organiser-only': 401,
  forbidden: 403,
  'foreign-origin': 403,
  'walk-ins-closed': 403,
  'person-revoked': 403,
  'not-found': 404,
  'no-such-code': 404,
  'no-such-link': 404,
  'no-such-session': 404,
  'no-such-person': 404,
  'no-such-token': 404,
  'session-begun': 409,
  'session-running': 409,
  'session-closed': 409,
  'session-full': 409,
  'email-taken': 409,
  'too-large': 413,
  'json-only': 415,
  'csv-only': 415,
  'no-such-group': 422,
  'group-in-use': 409,
  'moved-on': 409,
  'text-empty': 422,
  'text-too-long': 422,
  'text-refused': 422,
  'office-imitated': 422,
  'email-refused': 422,
  'id-refused': 422,
  'language-unclear': 422,
  'too-many-failures': 429,
  'too-many-requests': 429,
  failed: 500,
  unavailable: 503,
} as const
export type Why = keyof typeof statuses

export const statusOf = (why: Why): number => statuses[why]

/** Thrown by a door; answered by the one handler below. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly why: Why
  constructor(why: Why) {
    super(why)
    this.why = why
  }
}

/** The body as the schema has it, or a refusal. Bounded before it is walked. */
export function bodyOf<T extends z.ZodType>(schema: T, body: unknown): z.infer<T> {
  if (!isModest(body)) throw new Refused('malformed')
  const read = schema.safeParse(body)
  if (read.success) return read.data
  const text = read.error.issues.map(({ message }) => message).find((message) => textReasons.has(message))
  throw new Refused((text as Why | undefined) ?? 'malformed')
}

const textReasons: ReadonlySet<string> = new Set<Why>([
  ...(['text-empty', 'text-too-long', 'text-refused'] satisfies Rejection[]),
  ...(['office-imitated', 'email-refused', 'id-refused', 'language-unclear'] as const),
])

const byCode: Readonly<Record<string, Why>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'json-only',
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
}

export function answerRefusals(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const why = whyOf(error)
    if (why === 'failed') request.log.error({ err: error }, 'a request failed')
    if (why === 'unavailable') request.log.warn({ cause: error.message }, 'a request could not be stored')
    refuse(reply, why)
  })
}

export function refuse(reply: FastifyReply, why: Why): FastifyReply {
  if (why === 'too-many-failures') reply.header('retry-after', '60')
  return reply.code(statuses[why]).type('application/json; charset=utf-8').send({ why })
}

function whyOf(error: FastifyError): Why {
  if (error instanceof Refused) return error.why
  if (error.name === 'Unavailable') return 'unavailable'
  if (error.statusCode === 429) return 'too-many-requests'
  const known = byCode[error.code]
  if (known) return known
  return error.statusCode !== undefined && error.statusCode < 500 ? 'malformed' : 'failed'
}

/** A session's own "no" as a refusal of these doors; what cannot come here is a fault of ours. */
export const asWhy = (why: string): Why => (Object.hasOwn(statuses, why) ? (why as Why) : 'failed')
