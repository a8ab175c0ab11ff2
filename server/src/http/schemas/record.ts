import { record as schema } from '@rostrum/shared/contract/record'
import { z } from 'zod'
import { type Format, written } from '../../record/formats/formats.ts'
import { languages } from '../../record/text/languages.ts'
import { ofSession } from './fields.ts'
import { file, json, reading } from './route-spec.ts'

const truth = z.enum(['true', 'false']).default('false')
const version = {
  public: truth.describe('Without what only the secretariat sees, and without whoever the session’s rules hide.'),
  notes: truth.describe('The public version has the notes as well; the other always has them.'),
}
const query = z.strictObject(version)
const worded = z.strictObject({ ...version, language: z.enum(languages).default('en') })
export type VersionAsked = z.infer<typeof query>

const shape = schema.meta({ id: 'SessionRecord', description: 'The record of a session; times are ISO 8601 in UTC, lengths are seconds.' })
const about = 'From the log as it is stored. Of a session that runs it is the record so far. One at a time for each session.'

export const read = reading({
  id: 'readRecord',
  tag: 'Record',
  summary: 'The record of a session',
  about,
  who: 'keepers',
  params: ofSession,
  query,
  answers: { 200: json('The record.', shape) },
})

const summaries: Readonly<Record<Format, readonly [id: string, summary: string]>> = {
  md: ['downloadRecordMarkdown', 'The record as a report in Markdown'],
  docx: ['downloadRecordDocument', 'The record as a report in a Word document'],
  xlsx: ['downloadRecordWorkbook', 'The record as tables in a workbook'],
  csv: ['downloadRecordTables', 'The record as tables in CSV files, in one zip'],
  json: ['downloadRecordJson', 'The record as a file of JSON'],
}

export const download = (format: Format) => {
  const [id, summary] = summaries[format]
  const type = written[format].type.replace(/;.*/, '')
  const answer = format === 'json' ? json('The record.', shape) : file(type, 'The same bytes for the same log.')
  return reading({ id, tag: 'Record', summary, about, who: 'keepers', params: ofSession, query: worded, answers: { 200: answer } })
}
