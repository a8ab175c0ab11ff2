/** The record of a session, for a page and in every format. It is for the organizer and the staff only. */
import type { PlainReason } from '@rostrum/shared/api/reasons'
import { type RecordQuery, templateMediaTypes } from '@rostrum/shared/api/record'
import type { SessionId } from '@rostrum/shared/contract/ids'
import { maxTemplateBytes } from '@rostrum/shared/contract/lengths'
import { fileTypes, formats, type StyledFormat, styledFormats } from '@rostrum/shared/contract/record-formats'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Roster } from '../../../people/roster/roster.ts'
import type { Captions } from '../../../services/captions/captions.ts'
import type { ExportedFile, ExportOptions, PdfOptions, RecordVersion } from '../../../services/record/export-record.ts'
import { TemplateError, type TemplateFault } from '../../../services/record/formats/docx-template.ts'
import { PdfError, type PdfMaker } from '../../../services/record/pdf-maker.ts'
import { readAgreedNames } from '../../application/agreed-names.ts'
import { PerSessionQueue } from '../../application/per-session-queue.ts'
import { createAuthenticator } from '../authentication.ts'
import { type AuthorizationPorts, requireStaffAccess } from '../authorization.ts'
import { HttpError } from '../http-error.ts'
import { createRouter } from '../router.ts'
import { validateExceptBody } from '../schema-validation.ts'

export type RecordPorts = AuthorizationPorts & {
  readonly captions: Pick<Captions<never>, 'read'>
  readonly roster: Pick<Roster, 'list'>
  readonly pdfs: PdfMaker
}

export async function recordRoutes(instance: FastifyInstance, ports: RecordPorts): Promise<void> {
  const route = createRouter(instance)
  const authenticator = createAuthenticator((request) => requireStaffAccess(ports, request))
  const queue = new PerSessionQueue()
  const { pdfs } = ports
  instance.addContentTypeParser([...templateMediaTypes], { parseAs: 'buffer', bodyLimit: maxTemplateBytes }, (_, body, done) =>
    done(null, body),
  )
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
      const { commits, ...more } = await readLog(ports, id)
      return await exportRecordPage(id, commits, { language: request.query.language, ...more })
    })
    return reply.type(fileTypes.json.type).send(page)
  })

  route('GET /api/sessions/:id/record/files', async () => ({ pdf: pdfs.isAvailable }))

  for (const format of styledFormats) {
    route(
      `POST /api/sessions/:id/record.${format}`,
      async (request, reply) => {
        const { id } = authenticator.get(request).session
        const { body, query } = request
        if (!Buffer.isBuffer(body)) throw new HttpError('template-unreadable')
        const exportOptions = { ...parseVersion(query), language: query.language, template: body }
        return await sendFile(reply, async () => await queue.run(id, async () => await writeStyled(ports, id, format, exportOptions)))
      },
      { validatorCompiler: validateExceptBody },
    )
  }

  route('GET /api/sessions/:id/record.pdf', async (request, reply) => {
    const { id } = authenticator.get(request).session
    const exportOptions = { ...parseVersion(request.query), language: request.query.language }
    return await sendFile(reply, async () => await queue.run(id, async () => await writeStyled(ports, id, 'pdf', exportOptions)))
  })

  for (const format of formats) {
    route(`GET /api/sessions/:id/record.${fileTypes[format].extension}`, async (request, reply) => {
      const { id } = authenticator.get(request).session
      const exportOptions = { ...parseVersion(request.query), format, language: request.query.language }
      return await sendFile(reply, async () => await queue.run(id, async () => await writeRecord(ports, id, exportOptions)))
    })
  }
}

async function sendFile(reply: FastifyReply, make: () => Promise<ExportedFile>) {
  const { name, type, bytes } = await make().catch((error) => {
    throw error instanceof PdfError || error instanceof TemplateError ? new HttpError(getFileReason(error)) : error
  })
  return reply.type(type).header('content-disposition', `attachment; filename="${name}"`).send(bytes)
}

/** The code that writes records is loaded for the first one. */
const loadExport = () => import('../../../services/record/export-record.ts')

/** The session may have been deleted while the request waited. */
async function readLog({ sessions, captions, roster }: RecordPorts, id: SessionId) {
  const commits = await sessions.readCommits(id)
  if (commits.length === 0) throw new HttpError('no-such-session')
  return { commits, lines: await captions.read(id), names: await readAgreedNames(roster, id) }
}

async function writeRecord(ports: RecordPorts, id: SessionId, options: ExportOptions): Promise<ExportedFile> {
  const { exportRecord } = await loadExport()
  const { commits, ...more } = await readLog(ports, id)
  return await exportRecord(id, commits, { ...options, ...more })
}

async function writeStyled(ports: RecordPorts, id: SessionId, format: StyledFormat, options: PdfOptions): Promise<ExportedFile> {
  if (format === 'docx') return await writeRecord(ports, id, { ...options, format })
  if (!ports.pdfs.isAvailable) throw new HttpError('no-pdf')
  const { exportPdf } = await loadExport()
  const { commits, ...more } = await readLog(ports, id)
  return await exportPdf(id, commits, { ...options, ...more }, ports.pdfs)
}

const templateReasons = {
  'too-large': 'too-large',
  'not-a-document': 'template-unreadable',
  malformed: 'template-unreadable',
  macros: 'template-macros',
  'external-link': 'template-links',
} as const satisfies Readonly<Record<TemplateFault, PlainReason>>
const pdfReasons = { absent: 'no-pdf', busy: 'unavailable', failed: 'failed' } as const satisfies Readonly<
  Record<PdfError['kind'], PlainReason>
>
const getFileReason = (error: PdfError | TemplateError): PlainReason =>
  error instanceof PdfError ? pdfReasons[error.kind] : templateReasons[error.fault]

const parseVersion = (query: RecordQuery): RecordVersion => ({ public: query.public === 'true', notes: query.notes === 'true' })
