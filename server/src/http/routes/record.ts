/** The record of a session, to be shown and in every format; for those who keep the session, and nobody else. */
import type { SessionId } from '@rostrum/shared/contract/ids'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { OneByOne } from '../../application/per-session-queue.ts'
import { exported, type Version } from '../../record/export-record.ts'
import { formats, written } from '../../record/formats/formats.ts'
import { askers } from '../authentication.ts'
import { type KeeperPorts, keeperOf } from '../authorization.ts'
import { Refused } from '../http-error.ts'
import * as described from '../schemas/record.ts'

export async function record(instance: FastifyInstance, ports: KeeperPorts): Promise<void> {
  const app = instance.withTypeProvider<ZodTypeProvider>()
  const keepers = askers((request) => keeperOf(ports, request))
  const lines = new OneByOne()
  app.addHook('onRequest', keepers.hear)

  app.get('/api/sessions/:id/record', { schema: described.read }, async (request, reply) => {
    const { id } = keepers.of(request).session
    const wanted = { ...versionIn(request.query), format: 'json', language: 'en' } as const
    const { type, bytes } = await lines.of(id, async () => await exported(id, await commitsOf(ports, id), wanted))
    return reply.type(type).send(bytes)
  })

  for (const format of formats) {
    app.get(`/api/sessions/:id/record.${written[format].extension}`, { schema: described.download(format) }, async (request, reply) => {
      const { id } = keepers.of(request).session
      const wanted = { ...versionIn(request.query), format, language: request.query.language }
      const { name, type, bytes } = await lines.of(id, async () => await exported(id, await commitsOf(ports, id), wanted))
      return reply.type(type).header('content-disposition', `attachment; filename="${name}"`).send(bytes)
    })
  }
}

/** Deleted while it was waited for, it is not there. */
async function commitsOf({ sessions }: KeeperPorts, id: SessionId) {
  const commits = await sessions.commitsOf(id)
  if (commits.length === 0) throw new Refused('no-such-session')
  return commits
}

const versionIn = (asked: described.VersionAsked): Version => ({ public: asked.public === 'true', notes: asked.notes === 'true' })
