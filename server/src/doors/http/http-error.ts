/** Every refusal over HTTP: a kebab-case reason with its status. The cause of an internal failure is never sent to the client. */

import { type HttpReason, httpStatuses } from '@rostrum/shared/api/reasons'
import type { Rejection } from '@rostrum/shared/contract/rejections'
import { listIssues } from '@rostrum/shared/contract/schema-issues'
import { isWithinBounds } from '@rostrum/shared/protocol/parse'
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify'
import type { z } from 'zod'
import { StorageUnavailableError } from '../../engine/log/log-errors.ts'
import { QueueFullError } from '../application/per-session-queue.ts'

/** A refusal that a route throws. The handler below answers it. */
export class HttpError extends Error {
  override readonly name = 'HttpError'
  readonly reason: HttpReason
  readonly fault: RequestFault | null
  constructor(reason: HttpReason, fault: RequestFault | null = null) {
    super(reason)
    this.reason = reason
    this.fault = fault
  }
}

/**
 * `at`: the field, such as `people.2.email`, or empty for the whole. `rule`: what is allowed there, in English. Neither contains the value.
 */
export type RequestFault = { readonly at: string; readonly rule: string }

/** Returns the parsed body. Throws `HttpError`. The size is checked before the schema. */
export function parseBody<T extends z.ZodType>(schema: T, body: unknown): z.infer<T> {
  if (!isWithinBounds(body)) throw new HttpError('malformed', { at: '', rule: 'too deep, or too many fields' })
  const result = schema.safeParse(body)
  if (result.success) return result.data
  const issues = listIssues(result.error.issues)
  const issue = issues.find(({ message }) => textReasons.has(message)) ?? issues[0]
  if (!issue) throw new HttpError('malformed')
  const isText = textReasons.has(issue.message)
  const at = issue.path.map(String).join('.').slice(0, maxFaultLength)
  throw new HttpError(
    isText ? (issue.message as HttpReason) : 'malformed',
    isText ? { at, rule: issue.message } : { at, rule: describeIssue(issue) },
  )
}

const maxFaultLength = 200

/** Describes a fault. The sender's keys are counted and not repeated, because they can be anything. */
const describeIssue = (issue: z.core.$ZodIssue): string =>
  (issue.code === 'unrecognized_keys' ? `${issue.keys.length} unknown field(s)` : issue.message).slice(0, maxFaultLength)

const textReasons: ReadonlySet<string> = new Set<HttpReason>([
  ...(['text-empty', 'text-too-long', 'text-refused'] satisfies Rejection[]),
  ...(['office-imitated', 'email-refused', 'id-refused', 'language-unclear'] as const),
])

const reasonByErrorCode: Readonly<Record<string, HttpReason>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'json-only',
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
}

export function handleErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const reason = findReason(error)
    if (reason === 'failed') request.log.error({ err: error }, 'a request failed')
    if (reason === 'unavailable') request.log.warn({ cause: error.message }, 'a request could not be stored')
    sendError(reply, reason, error instanceof HttpError ? error.fault : null)
  })
}

export function sendError(reply: FastifyReply, reason: HttpReason, fault: RequestFault | null = null): FastifyReply {
  if (reason === 'too-many-failures') reply.header('retry-after', '60')
  return reply
    .code(httpStatuses[reason])
    .type('application/json; charset=utf-8')
    .send({ reason, ...fault })
}

function findReason(error: FastifyError): HttpReason {
  if (error instanceof HttpError) return error.reason
  if (error instanceof StorageUnavailableError) return 'unavailable'
  if (error instanceof QueueFullError || error.statusCode === 429) return 'too-many-requests'
  const known = reasonByErrorCode[error.code]
  if (known) return known
  return error.statusCode !== undefined && error.statusCode < 500 ? 'malformed' : 'failed'
}

/** Converts a rejection of the session to an HTTP reason. An unexpected rejection is an error of the server. */
export const toHttpReason = (reason: string): HttpReason => (Object.hasOwn(httpStatuses, reason) ? (reason as HttpReason) : 'failed')
