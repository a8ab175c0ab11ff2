/** The log of the server contains every request of the API. */
import type { FastifyInstance } from 'fastify'

/** Logs the pattern of the route, never the address, because people may paste secrets into an address. */
export function logRequests(http: FastifyInstance): void {
  http.addHook('onResponse', async (request, reply) => {
    const { url: route = 'none' } = request.routeOptions
    if (!route.startsWith('/api/')) return
    request.log.info({ method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered')
  })
}
