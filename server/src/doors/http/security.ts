/** Rules for every request: security headers, hosts, origins and media types. */
import type { FastifyInstance } from 'fastify'
import { namesOneHost, type OriginCheck } from '../../engine/wire/origin-check.ts'
import { HttpError } from './http-error.ts'
import type { SecurityHeaders } from './security-headers.ts'

/** Adds the rules. It is not encapsulated: it applies to the given instance. */
export function addSecurity(app: FastifyInstance, originCheck: OriginCheck, headers: SecurityHeaders): void {
  app.removeContentTypeParser('text/plain')
  app.addHook('onRequest', async (request) => {
    if (!namesOneHost(request.raw)) throw new HttpError('malformed')
    const { origin, host } = request.headers
    if (!/^(GET|HEAD|OPTIONS)$/.test(request.method) && !originCheck(origin, host)) throw new HttpError('foreign-origin')
  })
  app.addHook('onSend', async (request, reply) => {
    reply.headers(headers)
    if (request.routeOptions.url?.startsWith('/api/') || !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
}
