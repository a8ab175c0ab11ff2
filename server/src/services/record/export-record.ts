/** Exports the record in a format, from the commits of the log and the stored captions. HTTP and command line both use it. */

import type { SessionId } from '@rostrum/shared/contract/ids'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { type Format, fileTypes, pdfType } from '@rostrum/shared/contract/record-formats'
import { translateRecord } from '@rostrum/shared/contract/record-words'
import type { Commit } from '@rostrum/shared/contract/registry'
import type { RecordPageContent } from '@rostrum/shared/contract/report-blocks'
import type { LanguageId } from '@rostrum/shared/kernel/wording'
import type { StoredLines } from '../captions/stored-lines.ts'
import { type BuiltRecord, buildRecordInSteps, noLines } from './build-record.ts'
import { runCooperatively } from './formats/cooperative.ts'
import { writeDocx } from './formats/docx.ts'
import { readTemplate } from './formats/docx-template.ts'
import { type FormatWriter, formatWriters } from './formats/writers.ts'
import type { AgreedNames } from './participants.ts'
import type { PdfMaker } from './pdf-maker.ts'
import { redactRecord } from './public.ts'
import type { Outline } from './report/outline.ts'
import { buildRecordPage, numberReport } from './report/report.ts'
import { getReportText } from './text/report-text.ts'

type BuildOptions = {
  readonly language: LanguageId
  /** The stored captions of the session. */
  readonly lines?: StoredLines
  readonly names?: AgreedNames
}
/** `notes`: also exports the notes in the public version. The version of the secretariat always contains them. */
export type RecordVersion = { readonly public: boolean; readonly notes: boolean }
/** `template`: a Word document of the organizer, for the Word document and the PDF. */
export type ExportOptions = RecordVersion & BuildOptions & { readonly format: Format; readonly template?: Uint8Array | undefined }
export type PdfOptions = Omit<ExportOptions, 'format'>
export type ExportedFile = { readonly name: string; readonly type: string; readonly bytes: Uint8Array }

export async function exportRecord(id: SessionId, commits: readonly Commit[], options: ExportOptions): Promise<ExportedFile> {
  const bytes = await writeVersion(id, commits, options, formatWriters[options.format])
  return nameFile(id, fileTypes[options.format], options, bytes)
}

/** Makes a PDF of the Word document, without the places to write. */
export async function exportPdf(id: SessionId, commits: readonly Commit[], options: PdfOptions, pdfs: PdfMaker): Promise<ExportedFile> {
  const document = await writeVersion(id, commits, { ...options, format: 'docx' }, (record, reportText, outline, template) =>
    writeDocx(record, reportText, outline, template, 'print'),
  )
  return nameFile(id, pdfType, options, await pdfs.make(document))
}

const nameFile = (
  id: SessionId,
  { extension, type }: { readonly extension: string; readonly type: string },
  options: RecordVersion,
  bytes: Uint8Array,
): ExportedFile => ({ name: `${id}-record${options.public ? '-public' : ''}.${extension}`, type, bytes })

async function writeVersion(id: SessionId, commits: readonly Commit[], options: ExportOptions, write: FormatWriter): Promise<Uint8Array> {
  const reportText = getReportText(options.language)
  const template = options.template === undefined ? null : readTemplate(options.template)
  const full = await runCooperatively(buildRecordInSteps(id, commits, options.lines ?? noLines, options.names))
  const built = options.format === 'json' ? full : translate(full, options.language)
  const { record } = built
  return options.public
    ? await write(redactRecord(built, options.notes), reportText, await numberFullVersion(record, options), template)
    : await write(record, reportText, undefined, template)
}

/** The record for the page of the secretariat, the Chair and the organizer, as JSON. */
export async function exportRecordPage(
  id: SessionId,
  commits: readonly Commit[],
  { language, lines, names }: BuildOptions,
): Promise<string> {
  const { record } = translate(await runCooperatively(buildRecordInSteps(id, commits, lines ?? noLines, names)), language)
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
  fileTypes[format].isReport ? await runCooperatively(numberReport(record, getReportText(language))) : undefined
