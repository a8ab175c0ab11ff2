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

  route('GET /api/sessions/:id/record/page', async (request, reply) => {
    const { id } = authenticator.get(request).session
    const page = await queue.run(id, async () => {
      const { exportRecordPage } = await loadExport()
      const { commits, lines } = await readLog(ports, id)
      return await exportRecordPage(id, commits, { language: request.query.language, lines })
    })
    return reply.type(fileTypes.json.type).send(page)
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

/** The code that writes records is loaded for the first one. */
const loadExport = () => import('../../../services/record/export-record.ts')

/** The session may have been deleted while the request waited. */
async function readLog({ sessions, captions }: RecordPorts, id: SessionId) {
  const commits = await sessions.readCommits(id)
  if (commits.length === 0) throw new HttpError('no-such-session')
  return { commits, lines: await captions.read(id) }
}

async function writeRecord(ports: RecordPorts, id: SessionId, options: ExportOptions): Promise<ExportedFile> {
  const { exportRecord } = await loadExport()
  const { commits, lines } = await readLog(ports, id)
  return await exportRecord(id, commits, { ...options, lines })
}

const parseVersion = (query: RecordQuery): RecordVersion => ({ public: query.public === 'true', notes: query.notes === 'true' })
