/** Exports the record in a format, from the commits of the log and the stored captions. HTTP and command line both use it. */

import type { SessionId } from '@rostrum/shared/contract/ids'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { type Format, fileTypes } from '@rostrum/shared/contract/record-formats'
import { translateRecord } from '@rostrum/shared/contract/record-words'
import type { Commit } from '@rostrum/shared/contract/registry'
import type { LanguageId } from '@rostrum/shared/kernel/wording'
import type { StoredLines } from '../captions/stored-lines.ts'
import { buildRecordInSteps, noLines } from './build-record.ts'
import { runCooperatively } from './formats/cooperative.ts'
import { readTemplate } from './formats/docx-template.ts'
import { formatWriters } from './formats/writers.ts'
import { redactRecord } from './public.ts'
import type { Outline } from './report/outline.ts'
import { numberReport } from './report/report.ts'
import { getReportText } from './text/report-text.ts'

/** `notes`: also exports the notes in the public version. The version of the secretariat always contains them. */
export type RecordVersion = { readonly public: boolean; readonly notes: boolean }
/** `template`: a Word document of the organizer, for the format `docx`. */
export type ExportOptions = RecordVersion & {
  readonly format: Format
  readonly language: LanguageId
  readonly template?: Uint8Array
  /** The stored captions of the session. */
  readonly lines?: StoredLines
}
export type ExportedFile = { readonly name: string; readonly type: string; readonly bytes: Uint8Array }

export async function exportRecord(id: SessionId, commits: readonly Commit[], options: ExportOptions): Promise<ExportedFile> {
  const { extension, type } = fileTypes[options.format]
  const write = formatWriters[options.format]
  const reportText = getReportText(options.language)
  const template = options.template === undefined ? null : readTemplate(options.template)
  const full = await runCooperatively(buildRecordInSteps(id, commits, options.lines ?? noLines))
  const built = options.format === 'json' ? full : { ...full, record: translateRecord(full.record, options.language) }
  const { record } = built
  const bytes = options.public
    ? await write(redactRecord(built, options.notes), reportText, await numberFullVersion(record, options), template)
    : await write(record, reportText, undefined, template)
  return { name: `${id}-record${options.public ? '-public' : ''}.${extension}`, type, bytes }
}

/** Numbers the full version, so that references to paragraphs and tables are the same in the public one. */
const numberFullVersion = async (record: SessionRecord, { format, language }: ExportOptions): Promise<Outline | undefined> =>
  format === 'md' || format === 'docx' ? await runCooperatively(numberReport(record, getReportText(language))) : undefined
