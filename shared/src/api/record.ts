import { z } from 'zod'
import { recordSchema as schema } from '../contract/record.ts'
import { type Format, fileTypes } from '../contract/record-formats.ts'
import { recordPageSchema } from '../contract/report-blocks.ts'
import { languageIds } from '../kernel/wording.ts'
import { sessionParamsSchema } from './fields.ts'
import { fileAnswer, jsonAnswer, type OperationTable } from './operation.ts'

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
      200: fileAnswer(fileTypes[format].type.replace(/;.*/, ''), 'The same log and captions always give the same bytes.'),
    },
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
