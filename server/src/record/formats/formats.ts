/** The formats of the record. Each is a pure function of record and language: the same bytes on any day and any machine. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { Outline } from '../report/outline.ts'
import type { ReportText } from '../text/report-text.ts'
import { writeCsvZip } from './csv.ts'
import { writeDocx } from './docx.ts'
import type { DocxTemplate } from './docx-template.ts'
import { writeJson } from './json.ts'
import { writeMarkdown } from './markdown.ts'
import { writeXlsx } from './xlsx.ts'

export const formats = ['md', 'docx', 'xlsx', 'csv', 'json'] as const
export type Format = (typeof formats)[number]

export type FormatWriter = {
  readonly extension: string
  readonly type: string
  /** `outline`: the numbers of the report of the full version, for a public one. `template`: gives a Word document its look. */
  readonly write: (record: SessionRecord, reportText: ReportText, outline?: Outline, template?: DocxTemplate | null) => Promise<Uint8Array>
}

const office = 'application/vnd.openxmlformats-officedocument'

export const formatWriters: Readonly<Record<Format, FormatWriter>> = {
  md: { extension: 'md', type: 'text/markdown; charset=utf-8', write: writeMarkdown },
  docx: { extension: 'docx', type: `${office}.wordprocessingml.document`, write: writeDocx },
  xlsx: { extension: 'xlsx', type: `${office}.spreadsheetml.sheet`, write: writeXlsx },
  csv: { extension: 'zip', type: 'application/zip', write: writeCsvZip },
  json: { extension: 'json', type: 'application/json; charset=utf-8', write: writeJson },
}
