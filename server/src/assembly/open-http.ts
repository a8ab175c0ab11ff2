/** The HTTP server with its bounds, before it has any route. */
import type { IncomingMessage } from 'node:http'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import type { Config } from '../doors/config.ts'
import { handleErrors } from '../doors/http/http-error.ts'
import { countHttpErrors } from '../doors/http/metrics.ts'
import { addRequestLimits } from '../doors/http/request-limits.ts'
import { logRequests } from '../doors/http/request-log.ts'
import { schemaController } from '../doors/http/schema-validation.ts'
import { addSecurity } from '../doors/http/security.ts'
import { makeSecurityHeaders } from '../doors/http/security-headers.ts'
import { findClientAddress, trustProxies } from '../engine/wire/client-address.ts'
import { allowOwnOrigins } from '../engine/wire/origin-check.ts'
import { getNetworkPrefix } from '../people/access/attempt-limiter.ts'
import type { Engine } from './open-engine.ts'

type HttpPorts = {
  readonly logger: FastifyBaseLogger
  readonly metrics: Engine['metrics']
  readonly findHolder: Parameters<typeof addRequestLimits>[1]
}

/** How long a request may take to arrive, in milliseconds. */
const maxRequestMs = 10_000

export async function openHttp(config: Config, { logger, metrics, findHolder }: HttpPorts) {
  const isProxy = trustProxies(config.trustedProxies)
  const http: FastifyInstance = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: isProxy,
    bodyLimit: 64 * 1024,
    requestTimeout: maxRequestMs,
    // By default, Node checks only twice a minute for requests that never end.
    http: { requestTimeout: maxRequestMs, headersTimeout: maxRequestMs, connectionsCheckingInterval: 1_000 },
    forceCloseConnections: 'idle',
    schemaController,
  })
  const originCheck = allowOwnOrigins(config.publicUrl)
  const securityHeaders = makeSecurityHeaders(config.publicUrl?.startsWith('https:') ?? false)
  logRequests(http)
  countHttpErrors(http, metrics)
  handleErrors(http, findHolder)
  await addRequestLimits(http, findHolder)
  addSecurity(http, originCheck, securityHeaders)
  const getNetwork = (request: IncomingMessage) => getNetworkPrefix(findClientAddress(request, isProxy))
  return { http, originCheck, securityHeaders, getNetwork }
}
