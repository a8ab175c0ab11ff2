import { z } from 'zod'
import { recordSchema as schema } from '../contract/record.ts'
import { type Format, fileTypes, pdfType, type StyledFormat, styledTypes } from '../contract/record-formats.ts'
import { recordPageSchema } from '../contract/report-blocks.ts'
import { languageIds } from '../kernel/wording.ts'
import { sessionParamsSchema } from './fields.ts'
import { fileAnswer, jsonAnswer, type OperationTable } from './operation.ts'
import type { PlainReason } from './reasons.ts'

const flagSchema = z.enum(['true', 'false']).default('false')
const versionFields = {
  public: flagSchema.describe('Without what only the secretariat sees, and without people whom the rules of the session hide.'),
  notes: flagSchema.describe('Also with the notes in the public version. The other version always has them.'),
}
const languageField = { language: z.enum(languageIds).default('en') }
const recordQuerySchema = z.strictObject(versionFields)
const downloadQuerySchema = z.strictObject({ ...versionFields, ...languageField })
export type RecordQuery = z.infer<typeof recordQuerySchema>

const recordAnswerSchema = schema.meta({
  id: 'SessionRecord',
  description: 'The record of a session. Times are ISO 8601 in UTC, lengths are in seconds.',
})
const recordAbout =
  'Computed from the stored log, and the captions next to it. For a running session it is the record so far. One request at a time per session.'

const makeDownload = <const Id extends string>(id: Id, format: Exclude<Format, 'json'>, summary: string) =>
  ({
    id,
    tag: 'Record',
    summary,
    about: recordAbout,
    access: 'organizerOrStaff',
    params: sessionParamsSchema,
    query: downloadQuerySchema,
    answers: {
      200: fileAnswer(fileTypes[format].type.replace(/;.*/, ''), 'The same log, captions and agreed names always give the same bytes.'),
    },
  }) as const

/** The media types of a template. */
export const templateMediaTypes = [fileTypes.docx.type, 'application/octet-stream'] as const
const templateBodySchema = z.string().meta({
  description:
    'A Word document (.docx) of at most 4 MB, without macros, embedded files and links out of it. Its styles, page, headers and footers are taken, and its text before a bookmark named `rostrum`.',
})

const pdfAbout =
  'LibreOffice makes it of the Word document, without the places to write. Its bytes may differ each time. Refused if the server has no LibreOffice.'

const makeStyled = <const Id extends string, const More extends readonly PlainReason[]>(
  id: Id,
  format: StyledFormat,
  summary: string,
  more: More,
) =>
  ({
    id,
    tag: 'Record',
    summary,
    about: 'The template is not kept.',
    access: 'organizerOrStaff',
    params: sessionParamsSchema,
    query: downloadQuerySchema,
    body: templateBodySchema,
    takes: templateMediaTypes,
    refusals: ['template-macros', 'template-links', 'template-unreadable', ...more],
    answers: { 200: fileAnswer(styledTypes[format].type, 'The report in the look of the template.') },
  }) as const

export const recordOperations = {
  'GET /api/sessions/:id/record': {
    id: 'readRecord',
    tag: 'Record',
    summary: 'The record of a session',
    about: recordAbout,
    access: 'organizerOrStaff',
    params: sessionParamsSchema,
    query: recordQuerySchema,
    answers: { 200: jsonAnswer('The record.', recordAnswerSchema) },
  },
  'GET /api/sessions/:id/record/page': {
    id: 'readRecordPage',
    tag: 'Record',
    summary: 'The record of a session as blocks, for a page',
    about: `${recordAbout} It has the numbers of the report.`,
    access: 'organizerOrStaff',
    params: sessionParamsSchema,
    query: z.strictObject(languageField),
    answers: {
      200: jsonAnswer('The page.', recordPageSchema.meta({ id: 'RecordPage', description: 'The record as a page, in one language.' })),
    },
  },
  'GET /api/sessions/:id/record/files': {
    id: 'listRecordFiles',
    tag: 'Record',
    summary: 'Whether this server can make PDF files',
    access: 'organizerOrStaff',
    params: sessionParamsSchema,
    answers: { 200: jsonAnswer('What the server can make beyond the formats of the record.', z.object({ pdf: z.boolean() })) },
  },
  'POST /api/sessions/:id/record.docx': makeStyled('styleRecordDocument', 'docx', 'The Word document in the look of a template', []),
  'POST /api/sessions/:id/record.pdf': makeStyled('styleRecordPdf', 'pdf', 'The PDF in the look of a template', ['no-pdf']),
  'GET /api/sessions/:id/record.pdf': {
    id: 'downloadRecordPdf',
    tag: 'Record',
    summary: 'The record as a report in a PDF that people can also listen to (PDF/UA)',
    about: pdfAbout,
    access: 'organizerOrStaff',
    params: sessionParamsSchema,
    query: downloadQuerySchema,
    refusals: ['no-pdf'],
    answers: { 200: fileAnswer(pdfType.type, 'The report.') },
  },
  'GET /api/sessions/:id/record.md': makeDownload('downloadRecordMarkdown', 'md', 'The record as a report in Markdown'),
  'GET /api/sessions/:id/record.docx': makeDownload('downloadRecordDocument', 'docx', 'The record as a report in a Word document'),
  'GET /api/sessions/:id/record.xlsx': makeDownload('downloadRecordWorkbook', 'xlsx', 'The record as tables in a workbook'),
  'GET /api/sessions/:id/record.zip': makeDownload('downloadRecordTables', 'csv', 'The record as tables in CSV files, in one zip'),
  'GET /api/sessions/:id/record.json': {
    id: 'downloadRecordJson',
    tag: 'Record',
    summary: 'The record as a file of JSON',
    about: recordAbout,
    access: 'organizerOrStaff',
    params: sessionParamsSchema,
    query: downloadQuerySchema,
    answers: { 200: jsonAnswer('The record.', recordAnswerSchema) },
  },
} as const satisfies OperationTable
