/** Exports the record in a format, from the commits of the log and the stored captions. HTTP and command line both use it. */

import type { SessionId } from '@rostrum/shared/contract/ids'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { type Format, fileTypes } from '@rostrum/shared/contract/record-formats'
import { translateRecord } from '@rostrum/shared/contract/record-words'
import type { Commit } from '@rostrum/shared/contract/registry'
import type { RecordPageContent } from '@rostrum/shared/contract/report-blocks'
import type { LanguageId } from '@rostrum/shared/kernel/wording'
import type { StoredLines } from '../captions/stored-lines.ts'
import { type BuiltRecord, buildRecordInSteps, noLines } from './build-record.ts'
import { runCooperatively } from './formats/cooperative.ts'
import { readTemplate } from './formats/docx-template.ts'
import { formatWriters } from './formats/writers.ts'
import { redactRecord } from './public.ts'
import type { Outline } from './report/outline.ts'
import { buildRecordPage, numberReport } from './report/report.ts'
import { getReportText } from './text/report-text.ts'

type BuildOptions = {
  readonly language: LanguageId
  /** The stored captions of the session. */
  readonly lines?: StoredLines
}
/** `notes`: also exports the notes in the public version. The version of the secretariat always contains them. */
export type RecordVersion = { readonly public: boolean; readonly notes: boolean }
/** `template`: a Word document of the organizer, for the format `docx`. */
export type ExportOptions = RecordVersion & BuildOptions & { readonly format: Format; readonly template?: Uint8Array }
export type ExportedFile = { readonly name: string; readonly type: string; readonly bytes: Uint8Array }

export async function exportRecord(id: SessionId, commits: readonly Commit[], options: ExportOptions): Promise<ExportedFile> {
  const { extension, type } = fileTypes[options.format]
  const write = formatWriters[options.format]
  const reportText = getReportText(options.language)
  const template = options.template === undefined ? null : readTemplate(options.template)
  const full = await runCooperatively(buildRecordInSteps(id, commits, options.lines ?? noLines))
  const built = options.format === 'json' ? full : translate(full, options.language)
  const { record } = built
  const bytes = options.public
    ? await write(redactRecord(built, options.notes), reportText, await numberFullVersion(record, options), template)
    : await write(record, reportText, undefined, template)
  return { name: `${id}-record${options.public ? '-public' : ''}.${extension}`, type, bytes }
}

/** The record for the page of the secretariat, the Chair and the organizer, as JSON. */
export async function exportRecordPage(id: SessionId, commits: readonly Commit[], { language, lines }: BuildOptions): Promise<string> {
  const { record } = translate(await runCooperatively(buildRecordInSteps(id, commits, lines ?? noLines)), language)
  const page = await runCooperatively(buildRecordPage(record, getReportText(language)))
  return await runCooperatively(formatPage(page))
}

/** Writes the same text as `JSON.stringify(page)`, one block at a time. */
function* formatPage(page: RecordPageContent): Generator<void, string> {
  const members: string[] = []
  for (const [key, value] of Object.entries(page)) {
    const rows: string[] = []
    for (const row of Array.isArray(value) ? value : []) {
      rows.push(JSON.stringify(row))
      yield
    }
    members.push(`${JSON.stringify(key)}:${Array.isArray(value) ? `[${rows.join()}]` : JSON.stringify(value)}`)
  }
  return `{${members.join()}}`
}

const translate = (built: BuiltRecord, language: LanguageId): BuiltRecord => ({ ...built, record: translateRecord(built.record, language) })

/** Numbers the full version, so that references to paragraphs and tables are the same in the public one. */
const numberFullVersion = async (record: SessionRecord, { format, language }: ExportOptions): Promise<Outline | undefined> =>
  format === 'md' || format === 'docx' ? await runCooperatively(numberReport(record, getReportText(language))) : undefined
