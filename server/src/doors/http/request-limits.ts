/**
 * How many requests are answered in a minute: of each credential, and of each address without one. So a device that floods the server
 * keeps nobody out who has a credential, whatever address they share.
 */
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { getBearerToken } from './authorization.ts'
import { HttpError } from './http-error.ts'

/** A hall of ten thousand people may share one address. They join within a minute, with a few requests each, and reload once. */
const requestLimits = { address: 60_000, credential: 1_200 }
const window = 60_000
const maxKeys = 20_000

/** The id of who has this credential, or null if it is none. */
export type Identify = (credential: string) => Promise<string | null>

/** Routes that count for themselves, because what they get in their body is a credential. */
const entryRoutes: ReadonlySet<string | undefined> = new Set(['/api/codes', '/api/tickets'])

/** Not encapsulated: it applies to the given instance. Everything counts, also what is refused or does not exist. */
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

/** Null if the request has no credential. */
type IdentifyRequest = (request: FastifyRequest) => Promise<string | null>

/** Ends a request that is one too many with `too-many-requests`. `identify`: the id of its credential. `isFree`: it is never counted. */
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

/** Of a client that has gone the system knows no address any more. Nobody reads the refusal. */
export function getAddress(request: FastifyRequest): string {
  if (request.socket.remoteAddress === undefined) throw new HttpError('malformed')
  return request.ip
}

/** A file of the client. The route counts, and not the address as it was sent, which can be written in many ways. */
const isPage = ({ routeOptions: { url = '' } }: FastifyRequest): boolean => url !== '' && !url.startsWith('/api/')
