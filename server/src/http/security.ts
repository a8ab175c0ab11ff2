/** Rules for every request: security headers, origins, media types, and a rate limit per address. */
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import type { OriginCheck } from '../access/origin-check.ts'
import { HttpError } from './http-error.ts'

/** A hall of ten thousand people may share one address. They join within a minute, with a few requests each, and reload once. */
const requestLimit = { max: 60_000, timeWindow: 60_000, cache: 10_000 }

/** The two style sheets that React Aria writes into the page: for touch on pressed elements, and for scrolling behind a dialog on iOS. */
const ariaStyles = ["'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='", "'sha256-gYiS/BvZvRcK27JIXTuwhZ3hs2+VJ1X+2gUlE+farlg='"]

const contentSecurityPolicy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  workerSrc: ["'self'"],
  styleSrc: ["'self'", ...ariaStyles],
  styleSrcAttr: ["'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  manifestSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
}

/** Not encapsulated: it applies to the given instance. */
export async function addSecurity(app: FastifyInstance, originCheck: OriginCheck, isEncrypted: boolean): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentSecurityPolicy },
    referrerPolicy: { policy: 'no-referrer' },
    // Without encryption, which is common in a local network, browsers ignore these headers and log warnings.
    strictTransportSecurity: isEncrypted,
    crossOriginOpenerPolicy: isEncrypted,
    originAgentCluster: isEncrypted,
  })
  app.removeContentTypeParser('text/plain')
  app.addHook('onRequest', async (request) => {
    const { origin, host } = request.headers
    if (!/^(GET|HEAD)$/.test(request.method) && !originCheck(origin, host)) throw new HttpError('foreign-origin')
  })
  app.addHook('onSend', async (request, reply) => {
    if (isApiUrl(request.url)) reply.header('cache-control', 'no-store')
  })
  await app.register(rateLimit, { ...requestLimit, global: true, allowList: (request) => !isApiUrl(request.url) })
}

const isApiUrl = (url: string): boolean => url.startsWith('/api/')
