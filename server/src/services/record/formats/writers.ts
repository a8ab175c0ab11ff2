/** The writers of all formats. Each is a pure function of record and language, with the same bytes on any day and any machine. */

import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { Format } from '@rostrum/shared/contract/record-formats'
import type { Outline } from '../report/outline.ts'
import type { ReportText } from '../text/report-text.ts'
import { writeCsvZip } from './csv.ts'
import { writeDocx } from './docx.ts'
import type { DocxTemplate } from './docx-template.ts'
import { writeJson } from './json.ts'
import { writeMarkdown } from './markdown.ts'
import { writeXlsx } from './xlsx.ts'

/** `outline`: the numbers of the full version's report, for a public one. `template`: gives a Word document its look. */
export type FormatWriter = (
  record: SessionRecord,
  reportText: ReportText,
  outline?: Outline,
  template?: DocxTemplate | null,
) => Promise<Uint8Array>

export const formatWriters: Readonly<Record<Format, FormatWriter>> = {
  md: writeMarkdown,
  docx: writeDocx,
  xlsx: writeXlsx,
  csv: writeCsvZip,
  json: writeJson,
}
