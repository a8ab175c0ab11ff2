/** Captions from the captioner's software, in the form of the common caption interfaces. The staff see their state. */
import { captionTypes } from '@rostrum/shared/api/captions'
import { captionFormats } from '@rostrum/shared/contract/caption-files'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { writeCaptionFile } from '../../../services/captions/caption-file.ts'
import { getIntent } from '../../../services/captions/caption-line.ts'
import { decodeUtf8, readCaptionText } from '../../../services/captions/caption-text.ts'
import type { Captions } from '../../../services/captions/captions.ts'
import { createAuthenticator } from '../authentication.ts'
import { type AuthorizationPorts, requireStaffAccess } from '../authorization.ts'
import { getBearerToken } from '../bearer-token.ts'
import { HttpError } from '../http-error.ts'
import { createRouter } from '../router.ts'
import { validateExceptBody } from '../schema-validation.ts'
import { requireStaffSession } from './staff.ts'

export type CaptionPorts = AuthorizationPorts & {
  readonly captions: Pick<Captions<never>, 'take' | 'takeFile' | 'keys' | 'lastSeq' | 'count' | 'list' | 'read' | 'describe'>
  readonly getPublicUrl: () => string
}

/** More bytes than any line, in any encoding. */
const maxLineBytes = 8 * 1024
/** More bytes than a day of speech, in any encoding. */
export const maxFileBytes = 2 * 1024 * 1024
/** The most files of one track per minute, including those that are only tried. */
const maxFiles = 20

export async function captionRoutes(instance: FastifyInstance, ports: CaptionPorts): Promise<void> {
  const route = createRouter(instance)
  const { captions } = ports
  // Software declares all kinds of media types for its text, or none.
  instance.removeAllContentTypeParsers()
  instance.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: maxLineBytes }, (_, body, done) => done(null, body))

  const sending = { validatorCompiler: validateExceptBody }
  route(
    'POST /api/captions',
    async (request, reply) => {
      const { seq = null, waited, new: isNew, correct } = request.query
      const intent = getIntent(isNew === 'true', correct === 'true')
      const taken = await captions.take(getKey(request), { seq, text: readLine(request.body), waited, intent })
      if (typeof taken === 'string') throw new HttpError(taken)
      return reply.type('text/plain; charset=utf-8').send(String(taken))
    },
    sending,
  )

  await instance.register(fileRoutes, ports)

  route('GET /api/captions/seq', async (request, reply) => {
    const found = await captions.keys.find(request.query.key)
    if (found === null) throw new HttpError('forbidden')
    return reply.type('text/plain; charset=utf-8').send(String(await captions.lastSeq(found.session, found.language)))
  })

  route('GET /api/captions/page', async (request) => {
    const page = await captions.describe(getBearerToken(request) ?? '')
    if (page === null) throw new HttpError('forbidden')
    return page
  })

  route('GET /api/sessions/:id/captions', async (request) => {
    const { session } = await requireStaffAccess(ports, request)
    return { languages: [...(await captions.list(session))].map(([language, lines]) => ({ language, lines: lines.length })) }
  })

  for (const format of captionFormats) {
    route(`GET /api/sessions/:id/captions.${format}`, async (request, reply) => {
      const { session } = await requireStaffAccess(ports, request)
      const { language } = request.query
      const lines = (await captions.list(session)).get(language)
      if (lines === undefined) throw new HttpError('no-such-track')
      const file = writeCaptionFile(format, lines, session.state.session.openedAt ?? 0)
      const name = `${session.id}-captions-${language}.${format}`
      return reply.type(captionTypes[format]).header('content-disposition', `attachment; filename="${name}"`).send(file)
    })
  }

  route('GET /api/staff/captions', async (request: FastifyRequest) => {
    const { session, person } = await requireStaffSession(ports, request)
    if (person.office !== null && !person.office.duties.includes('notes')) throw new HttpError('forbidden')
    return {
      tracks: await Promise.all(
        session.state.captions.tracks.map(async ({ language }) => ({
          language,
          address: `${ports.getPublicUrl()}/api/captions?key=${captions.keys.make(session, language)}`,
          page: `${ports.getPublicUrl()}/captioner#${captions.keys.make(session, language)}`,
          ...(await captions.count(session, language)),
        })),
      ),
    }
  })
}

/** The routes of caption files. The key is checked before the file is read. */
async function fileRoutes(instance: FastifyInstance, { captions }: CaptionPorts): Promise<void> {
  const route = createRouter(instance)
  const authenticator = createAuthenticator(async (request) => {
    const key = getKey(request as KeyRequest)
    const found = await captions.keys.find(key)
    if (found === null) throw new HttpError('forbidden')
    return { key, track: `captions ${found.session.id} ${found.language}` }
  })
  instance.addHook('onRequest', authenticator.hook)
  const rateLimit = {
    ...{ max: maxFiles, timeWindow: 60_000, hook: 'preParsing' as const },
    keyGenerator: (request: FastifyRequest) => authenticator.get(request).track,
  }
  const options = { validatorCompiler: validateExceptBody, bodyLimit: maxFileBytes, config: { rateLimit } }
  route(
    'PUT /api/captions/file',
    async (request) => {
      const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
      const { start = null, check } = request.query
      const taken = await captions.takeFile(authenticator.get(request).key, { bytes, start, isTrial: check === 'true' })
      if (taken.ok) {
        const { ok: _, ...answer } = taken
        return answer
      }
      const { reason, place } = taken
      throw new HttpError(reason, place === null ? null : { at: String(place), rule: reason })
    },
    options,
  )
}

type KeyRequest = FastifyRequest<{ Querystring: { readonly key?: string | undefined } }>
/** Returns the key of the track, which is in the address or is the bearer token. */
const getKey = (request: KeyRequest): string => {
  const { key } = request.query
  return typeof key === 'string' ? key : getBearerToken(request)
}

function readLine(body: unknown): string {
  if (!Buffer.isBuffer(body)) throw new HttpError('text-empty')
  const line = decodeUtf8(body)
  const read = line === null ? ({ ok: false, reason: 'text-refused' } as const) : readCaptionText(line)
  if (!read.ok) throw new HttpError(read.reason)
  return read.text
}
