/** Exports the record in a format from the commits of the log. HTTP and command line both use it. */

import type { SessionId } from '@rostrum/shared/contract/ids'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { Commit } from '@rostrum/shared/contract/registry'
import { buildRecordInSteps } from './build-record.ts'
import { runCooperatively } from './formats/cooperative.ts'
import { type Format, formatWriters } from './formats/formats.ts'
import { redactRecord } from './public.ts'
import { getReportText, type Language } from './text/languages.ts'

/** `notes`: also in the public version. The version of the secretariat always has them. */
export type RecordVersion = { readonly public: boolean; readonly notes: boolean }
export type ExportOptions = RecordVersion & { readonly format: Format; readonly language: Language }
export type ExportedFile = { readonly name: string; readonly type: string; readonly bytes: Uint8Array }

async function buildVersion(id: SessionId, commits: readonly Commit[], version: RecordVersion): Promise<SessionRecord> {
  const { record, attribution } = await runCooperatively(buildRecordInSteps(id, commits))
  return version.public ? redactRecord(record, attribution, version.notes) : record
}

export async function exportRecord(id: SessionId, commits: readonly Commit[], options: ExportOptions): Promise<ExportedFile> {
  const { extension, type, write } = formatWriters[options.format]
  const record = await buildVersion(id, commits, options)
  const bytes = await write(record, getReportText(options.language))
  return { name: `${id}-record${options.public ? '-public' : ''}.${extension}`, type, bytes }
}
