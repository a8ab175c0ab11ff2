/** What the record can be had as: each a pure function of the record and a language, the same bytes on any day and any machine. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { Words } from '../text/report-text.ts'
import { csvZip } from './csv.ts'
import { docx } from './docx.ts'
import { json } from './json.ts'
import { markdown } from './markdown.ts'
import { xlsx } from './xlsx.ts'

export const formats = ['md', 'docx', 'xlsx', 'csv', 'json'] as const
export type Format = (typeof formats)[number]

export type Written = {
  readonly extension: string
  readonly type: string
  readonly write: (record: SessionRecord, words: Words) => Promise<Uint8Array>
}

const office = 'application/vnd.openxmlformats-officedocument'

export const written: Readonly<Record<Format, Written>> = {
  md: { extension: 'md', type: 'text/markdown; charset=utf-8', write: markdown },
  docx: { extension: 'docx', type: `${office}.wordprocessingml.document`, write: docx },
  xlsx: { extension: 'xlsx', type: `${office}.spreadsheetml.sheet`, write: xlsx },
  csv: { extension: 'zip', type: 'application/zip', write: csvZip },
  json: { extension: 'json', type: 'application/json; charset=utf-8', write: json },
}
