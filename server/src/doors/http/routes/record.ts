/** The record of a session, for a page and in every format. It is for the organizer and the staff only. */
import type { RecordQuery } from '@rostrum/shared/api/record'
import type { SessionId } from '@rostrum/shared/contract/ids'
import { fileTypes, formats } from '@rostrum/shared/contract/record-formats'
import type { FastifyInstance } from 'fastify'
import type { Captions } from '../../../services/captions/captions.ts'
import type { ExportedFile, ExportOptions, RecordVersion } from '../../../services/record/export-record.ts'
import { PerSessionQueue } from '../../application/per-session-queue.ts'
import { createAuthenticator } from '../authentication.ts'
import { type AuthorizationPorts, requireStaffAccess } from '../authorization.ts'
import { HttpError } from '../http-error.ts'
import { createRouter } from '../router.ts'

export type RecordPorts = AuthorizationPorts & { readonly captions: Pick<Captions<never>, 'read'> }

export async function recordRoutes(instance: FastifyInstance, ports: RecordPorts): Promise<void> {
  const route = createRouter(instance)
  const authenticator = createAuthenticator((request) => requireStaffAccess(ports, request))
  const queue = new PerSessionQueue()
  instance.addHook('onRequest', authenticator.hook)

  route('GET /api/sessions/:id/record', async (request, reply) => {
    const { id } = authenticator.get(request).session
    const exportOptions = { ...parseVersion(request.query), format: 'json', language: 'en' } as const
    const { type, bytes } = await queue.run(id, async () => await writeRecord(ports, id, exportOptions))
    return reply.type(type).send(bytes)
  })

  for (const format of formats) {
    route(`GET /api/sessions/:id/record.${fileTypes[format].extension}`, async (request, reply) => {
      const { id } = authenticator.get(request).session
      const exportOptions = { ...parseVersion(request.query), format, language: request.query.language }
      const { name, type, bytes } = await queue.run(id, async () => await writeRecord(ports, id, exportOptions))
      return reply.type(type).header('content-disposition', `attachment; filename="${name}"`).send(bytes)
    })
  }
}

/**
 * Writes a record. The session may have been deleted while the request waited. The code that writes records is loaded for the first one.
 */
async function writeRecord({ sessions, captions }: RecordPorts, id: SessionId, options: ExportOptions): Promise<ExportedFile> {
  const { exportRecord } = await import('../../../services/record/export-record.ts')
  const commits = await sessions.readCommits(id)
  if (commits.length === 0) throw new HttpError('no-such-session')
  return await exportRecord(id, commits, { ...options, lines: await captions.read(id) })
}

const parseVersion = (query: RecordQuery): RecordVersion => ({ public: query.public === 'true', notes: query.notes === 'true' })
