import { recordSchema as schema } from '@rostrum/shared/contract/record'
import { type Format, fileTypes } from '@rostrum/shared/contract/record-formats'
import { languageIds } from '@rostrum/shared/kernel/wording'
import { z } from 'zod'
import { sessionParamsSchema } from './fields.ts'
import { fileAnswer, jsonAnswer, readRoute } from './route-spec.ts'

const flagSchema = z.enum(['true', 'false']).default('false')
const versionFields = {
  public: flagSchema.describe('Without what only the secretariat sees, and without people whom the rules of the session hide.'),
  notes: flagSchema.describe('Also with the notes in the public version. The other version always has them.'),
}
const recordQuerySchema = z.strictObject(versionFields)
const downloadQuerySchema = z.strictObject({ ...versionFields, language: z.enum(languageIds).default('en') })
export type RecordQuery = z.infer<typeof recordQuerySchema>

const recordAnswerSchema = schema.meta({
  id: 'SessionRecord',
  description: 'The record of a session. Times are ISO 8601 in UTC, lengths are in seconds.',
})
const recordAbout =
  'Computed from the stored log, and the captions next to it. For a running session it is the record so far. One request at a time per session.'

export const readRecordSchema = readRoute({
  id: 'readRecord',
  tag: 'Record',
  summary: 'The record of a session',
  about: recordAbout,
  access: 'organizerOrStaff',
  params: sessionParamsSchema,
  query: recordQuerySchema,
  answers: { 200: jsonAnswer('The record.', recordAnswerSchema) },
})

const downloadSummaries: Readonly<Record<Format, readonly [id: string, summary: string]>> = {
  md: ['downloadRecordMarkdown', 'The record as a report in Markdown'],
  docx: ['downloadRecordDocument', 'The record as a report in a Word document'],
  xlsx: ['downloadRecordWorkbook', 'The record as tables in a workbook'],
  csv: ['downloadRecordTables', 'The record as tables in CSV files, in one zip'],
  json: ['downloadRecordJson', 'The record as a file of JSON'],
}

export const makeDownloadRecordSchema = (format: Format) => {
  const [id, summary] = downloadSummaries[format]
  const type = fileTypes[format].type.replace(/;.*/, '')
  const answer =
    format === 'json'
      ? jsonAnswer('The record.', recordAnswerSchema)
      : fileAnswer(type, 'The same log and captions always give the same bytes.')
  return readRoute({
    id,
    tag: 'Record',
    summary,
    about: recordAbout,
    access: 'organizerOrStaff',
    params: sessionParamsSchema,
    query: downloadQuerySchema,
    answers: { 200: answer },
  })
}
