/** Every refusal over HTTP: a kebab-case reason with its status. The cause of an internal failure is never sent to the client. */

import { getHttpStatus, isAccessReason, type PlainReason } from '@rostrum/shared/api/reasons'
import type { Rejection } from '@rostrum/shared/contract/rejections'
import { type Fault, findFault } from '@rostrum/shared/contract/schema-issues'
import { beyondBounds, isWithinBounds } from '@rostrum/shared/protocol/parse'
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify'
import type { z } from 'zod'
import { DamagedLogError, StorageUnavailableError } from '../../engine/log/log-errors.ts'
import { QueueFullError } from '../application/per-session-queue.ts'
import { getBearerToken, type Identify } from './bearer-token.ts'

/** A refusal that a route throws. The handler below answers it. */
export class HttpError extends Error {
  override readonly name = 'HttpError'
  readonly reason: PlainReason
  readonly fault: Fault | null
  /** In seconds. */
  readonly retryAfter: number | null
  constructor(reason: PlainReason, fault: Fault | null = null, retryAfter: number | null = null) {
    super(reason)
    this.reason = reason
    this.fault = fault
    this.retryAfter = retryAfter
  }
}

/** Returns the parsed body. Throws `HttpError`. The size is checked before the schema. */
export function parseBody<T extends z.ZodType>(schema: T, body: unknown): z.infer<T> {
  if (!isWithinBounds(body)) throw new HttpError('malformed', beyondBounds)
  const result = schema.safeParse(body)
  if (result.success) return result.data
  const { reason, ...fault } = findFault(result.error.issues, textReasons)
  throw new HttpError(reason, fault)
}

const textReasons = [
  ...(['text-empty', 'text-too-long', 'text-refused'] satisfies Rejection[]),
  ...(['office-imitated', 'email-refused', 'id-refused', 'language-unclear'] as const),
]

const reasonByErrorCode: Readonly<Record<string, PlainReason>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'json-only',
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
}

/** `identify`: tells a credential that belongs to somebody from one that opens nothing. */
export function handleErrors(app: FastifyInstance, identify: Identify): void {
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    const reason = findReason(error)
    if (reason === 'failed') request.log.error({ err: error }, 'a request failed')
    if (reason === 'unavailable') request.log.warn({ cause: error.message }, 'a request could not be stored')
    if (reason === 'session-damaged') request.log.warn({ cause: error.message }, 'a session is damaged, and was not served')
    const isUnknown = isAccessReason(reason) && (await identify(getBearerToken(request))) === null
    if (isUnknown) reply.header('www-authenticate', 'Bearer')
    return sendError(reply, reason, { ...(error instanceof HttpError ? error : noDetails), ...(isUnknown && { status: 401 }) })
  })
}

type Details = { readonly fault: Fault | null; readonly retryAfter: number | null; readonly status?: number }
const noDetails: Details = { fault: null, retryAfter: null }

export function sendError(reply: FastifyReply, reason: PlainReason, { fault, retryAfter, status }: Details = noDetails): FastifyReply {
  const code = status ?? getHttpStatus(reason)
  if (code === 429 && !reply.hasHeader('retry-after')) reply.header('retry-after', retryAfter ?? waits[reason] ?? 1)
  return reply
    .code(code)
    .type('application/json; charset=utf-8')
    .send({ reason, ...fault })
}

/** After how many seconds a request that came too fast can be sent again, if nothing more precise is known. */
const waits: Partial<Record<PlainReason, number>> = { 'too-many-failures': 60, 'too-many-requests': 5 }

function findReason(error: FastifyError): PlainReason {
  if (error instanceof HttpError) return error.reason
  if (error instanceof StorageUnavailableError) return 'unavailable'
  if (error instanceof DamagedLogError) return 'session-damaged'
  if (error instanceof QueueFullError || error.statusCode === 429) return 'too-many-requests'
  const known = reasonByErrorCode[error.code]
  if (known) return known
  return error.statusCode !== undefined && error.statusCode < 500 ? 'malformed' : 'failed'
}
