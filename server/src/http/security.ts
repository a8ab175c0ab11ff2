/** Rules for every request: security headers, origins and media types. */
import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'
import { namesOneHost, type OriginCheck } from '../access/origin-check.ts'
import { HttpError } from './http-error.ts'

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
    if (!namesOneHost(request.raw)) throw new HttpError('malformed')
    const { origin, host } = request.headers
    if (!/^(GET|HEAD)$/.test(request.method) && !originCheck(origin, host)) throw new HttpError('foreign-origin')
  })
  app.addHook('onSend', async (request, reply) => {
    if (request.routeOptions.url?.startsWith('/api/')) reply.header('cache-control', 'no-store')
  })
}
