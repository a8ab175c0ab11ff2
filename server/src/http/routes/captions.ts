/** Captions from the captioner’s software, as the common caption interfaces take them; and what the staff see of them. */
import { cleanText } from '@rostrum/shared/kernel/text'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { captionFormats, writeCaptionFile } from '../../captions/caption-file.ts'
import type { Captions } from '../../captions/captions.ts'
import { type AuthorizationPorts, getBearerToken, requireStaffAccess } from '../authorization.ts'
import { HttpError } from '../http-error.ts'
import { validateExceptBody } from '../schema-validation.ts'
import * as schemas from '../schemas/captions.ts'
import { requireStaffSession } from './staff.ts'

export type CaptionPorts = AuthorizationPorts & {
  readonly captions: Pick<Captions<never>, 'take' | 'find' | 'lastSeq' | 'count' | 'list' | 'read' | 'describe' | 'makeKey'>
  readonly getPublicUrl: () => string
}

/** More than any line, in any encoding of the letters. */
const maxLineBytes = 8 * 1024
/** Letters of a line. What is longer is no line. */
const maxLineLength = 1_000

export async function captionRoutes(instance: FastifyInstance, ports: CaptionPorts): Promise<void> {
  const app = instance.withTypeProvider<ZodTypeProvider>()
  const { captions } = ports
  // Software says all kinds of things about its text, or nothing.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: maxLineBytes }, (_, body, done) => done(null, body))

  const sending = { schema: schemas.sendCaptionSchema, validatorCompiler: validateExceptBody }
  app.post('/api/captions', sending, async (request, reply) => {
    const { key = getBearerToken(request), seq, waited } = request.query
    const taken = await captions.take(key, { seq: seq ?? null, text: readLine(request.body), waited })
    if (typeof taken === 'string') throw new HttpError(taken)
    return reply.type('text/plain; charset=utf-8').send(String(taken))
  })

  app.get('/api/captions/seq', { schema: schemas.readSeqSchema }, async (request, reply) => {
    const found = await captions.find(request.query.key)
    if (found === null) throw new HttpError('forbidden')
    return reply.type('text/plain; charset=utf-8').send(String(await captions.lastSeq(found.session, found.language)))
  })

  app.get('/api/captions/page', { schema: schemas.readTrackPageSchema }, async (request) => {
    const page = await captions.describe(getBearerToken(request) ?? '')
    if (page === null) throw new HttpError('forbidden')
    return page
  })

  app.get('/api/sessions/:id/captions', { schema: schemas.listCaptionsSchema }, async (request) => {
    const { session } = await requireStaffAccess(ports, request)
    return { languages: [...(await captions.list(session))].map(([language, lines]) => ({ language, lines: lines.length })) }
  })

  for (const format of captionFormats) {
    app.get(`/api/sessions/:id/captions.${format}`, { schema: schemas.makeDownloadCaptionsSchema(format) }, async (request, reply) => {
      const { session } = await requireStaffAccess(ports, request)
      const { language } = request.query
      const lines = (await captions.list(session)).get(language)
      if (lines === undefined) throw new HttpError('no-such-track')
      const file = writeCaptionFile(format, lines, session.state.session.openedAt ?? 0)
      const name = `${session.id}-captions-${language}.${format}`
      return reply.type(schemas.captionTypes[format]).header('content-disposition', `attachment; filename="${name}"`).send(file)
    })
  }

  app.get('/api/staff/captions', { schema: schemas.readTracksSchema }, async (request: FastifyRequest) => {
    const { session, person } = await requireStaffSession(ports, request)
    if (person.office !== null && !person.office.duties.includes('notes')) throw new HttpError('forbidden')
    return {
      tracks: await Promise.all(
        session.state.captions.tracks.map(async ({ language }) => ({
          language,
          address: `${ports.getPublicUrl()}/api/captions?key=${captions.makeKey(session, language)}`,
          page: `${ports.getPublicUrl()}/captioner#${captions.makeKey(session, language)}`,
          ...(await captions.count(session, language)),
        })),
      ),
    }
  })
}

/** One line, however it was broken. */
function readLine(body: unknown): string {
  if (!Buffer.isBuffer(body)) throw new HttpError('text-empty')
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch (error) {
    if (error instanceof TypeError) throw new HttpError('text-refused')
    throw error
  }
  const line = cleanText(text.replaceAll('\\n', ' '))?.replace(/\s+/gu, ' ').trim()
  if (line === undefined) throw new HttpError('text-refused')
  if (line === '') throw new HttpError('text-empty')
  if (line.length > maxLineLength) throw new HttpError('text-too-long')
  return line
}
