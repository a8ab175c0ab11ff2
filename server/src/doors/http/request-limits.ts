/**
 * Limits how many requests are answered in a minute, for each credential and for each address without one. So a device that floods the
 * server keeps nobody out who has a credential, even at the same address.
 */
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { getBearerToken, type Identify } from './bearer-token.ts'
import { HttpError } from './http-error.ts'

/** A hall of ten thousand people may share one address. They join within a minute, with a few requests each, and reload once. */
export const requestLimits = { address: 60_000, credential: 1_200 }
const window = 60_000
const maxKeys = 20_000

/** The routes with counts of their own, because their body contains a credential. */
const entryRoutes: ReadonlySet<string | undefined> = new Set(['/api/codes', '/api/tickets'])

/**
 * Adds the limits. It is not encapsulated: it applies to the given instance. Every request counts, even if it is refused or its address
 * does not exist.
 */
export async function addRequestLimits(app: FastifyInstance, identify: Identify, limits = requestLimits): Promise<void> {
  await app.register(rateLimit, { global: false, cache: maxKeys })
  const limit = createLimit(
    app,
    async (request) => {
      const bearer = getBearerToken(request)
      return bearer === '' ? null : await identify(bearer)
    },
    limits,
  )
  app.addHook('onRequest', async (request, reply) => {
    if (!isPage(request) && !entryRoutes.has(request.routeOptions.url)) await limit(request, reply)
  })
}

/** Resolves with null if the request has no credential. */
type IdentifyRequest = (request: FastifyRequest) => Promise<string | null>

/**
 * Refuses a request that is one too many with `too-many-requests`. `identify`: returns the id of its credential. `isFree`: it is never
 * counted.
 */
export const createLimit = (
  app: FastifyInstance,
  identify: IdentifyRequest,
  { address, credential } = requestLimits,
  isFree = async (_request: FastifyRequest) => false,
) => {
  const count = app.createRateLimit({
    timeWindow: window,
    allowList: isFree,
    keyGenerator: async (request) => {
      const id = await identify(request)
      return id === null ? `address ${getAddress(request)}` : `credential ${id}`
    },
    max: (_, key) => (key.startsWith('address ') ? address : credential),
  })
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const result = await count(request)
    if (result.isAllowed || !result.isExceeded) return
    reply.header('retry-after', result.ttlInSeconds)
    throw new HttpError('too-many-requests')
  }
}

/** Returns the address of a client. The system no longer knows that of a client that has disconnected. Nobody will read this refusal. */
export function getAddress(request: FastifyRequest): string {
  if (request.socket.remoteAddress === undefined) throw new HttpError('malformed')
  return request.ip
}

/** True for a file of the client. The route decides, not the address as it was sent, which can be written in many ways. */
const isPage = ({ routeOptions: { url = '' } }: FastifyRequest): boolean => url !== '' && !url.startsWith('/api/')
