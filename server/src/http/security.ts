/** What holds for every answer: headers, origins, media types, and a bound on how often one address may ask. */
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import type { Origins } from '../access/origin-check.ts'
import { Refused } from './http-error.ts'

/** A room of a thousand behind one address joins within a minute and reloads once or twice. */
const requests = { max: 6_000, timeWindow: 60_000, cache: 10_000 }

/** The two style sheets that React Aria writes into the page: touch on what is pressed, and scrolling behind a dialog on iOS. */
const ariaStyles = ["'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='", "'sha256-gYiS/BvZvRcK27JIXTuwhZ3hs2+VJ1X+2gUlE+farlg='"]

const policy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
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

/** Not encapsulated: it is applied to the instance that it is given. */
export async function secure(app: FastifyInstance, origins: Origins, encrypted: boolean): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: policy },
    referrerPolicy: { policy: 'no-referrer' },
    // In a hall the server is often reached without encryption; browsers would only complain.
    strictTransportSecurity: encrypted,
    crossOriginOpenerPolicy: encrypted,
    originAgentCluster: encrypted,
  })
  app.removeContentTypeParser('text/plain')
  app.addHook('onRequest', async (request) => {
    const { origin, host } = request.headers
    if (!/^(GET|HEAD)$/.test(request.method) && !origins(origin, host)) throw new Refused('foreign-origin')
  })
  app.addHook('onSend', async (request, reply) => {
    if (isApi(request.url)) reply.header('cache-control', 'no-store')
  })
  await app.register(rateLimit, { ...requests, global: true, allowList: (request) => !isApi(request.url) })
}

const isApi = (url: string): boolean => url.startsWith('/api/')
