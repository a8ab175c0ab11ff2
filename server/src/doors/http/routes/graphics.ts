/**
 * Routes for graphics of one's own: the picture of the floor, and captions. Pages of any origin may read both. Such a page sends its secret in
 * the header, which a browser never adds by itself, so no page can use what somebody has opened in the same browser.
 */
import type { FastifyInstance } from 'fastify'
import type { Captions } from '../../../services/captions/captions.ts'
import { describePicture } from '../../application/picture.ts'
import { createAuthenticator } from '../authentication.ts'
import { type ActingPorts, requireActing } from '../authorization.ts'
import { HttpError } from '../http-error.ts'
import { type MadeAnswer, makeAnswer, sendUnlessHeld } from '../made-answer.ts'
import { createRouter } from '../router.ts'

export type GraphicsRoutePorts = ActingPorts & { readonly captions: Pick<Captions<never>, 'latest'> }

/** The latest captions as bytes. They are the same object until something of them changes. */
const captionAnswers = new WeakMap<object, MadeAnswer>()

const forAnyOrigin = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'authorization, if-none-match',
  'access-control-expose-headers': 'etag, retry-after',
  'access-control-max-age': '600',
  'cross-origin-resource-policy': 'cross-origin',
}

export async function graphicsRoutes(instance: FastifyInstance, ports: GraphicsRoutePorts): Promise<void> {
  instance.addHook('onSend', async (_, reply) => void reply.headers(forAnyOrigin))
  for (const path of ['picture', 'captions/latest'])
    instance.options(`/api/sessions/:id/${path}`, { schema: { hide: true } }, (_, reply) => reply.code(204).send())
  await instance.register(readingRoutes, ports)
}

async function readingRoutes(instance: FastifyInstance, ports: GraphicsRoutePorts): Promise<void> {
  const route = createRouter(instance)
  const authenticator = createAuthenticator((request) => requireActing(ports, request))
  instance.addHook('onRequest', authenticator.hook)

  route('GET /api/sessions/:id/picture', async (request) => {
    const { session } = authenticator.get(request)
    return describePicture(session.state, session.now())
  })

  route('GET /api/sessions/:id/captions/latest', async (request, reply) => {
    const latest = await ports.captions.latest(authenticator.get(request).session, request.query.language)
    if (latest === null) throw new HttpError('no-such-track')
    const answer = captionAnswers.get(latest) ?? makeAnswer(latest)
    captionAnswers.set(latest, answer)
    return sendUnlessHeld(request, reply, answer)
  })
}
