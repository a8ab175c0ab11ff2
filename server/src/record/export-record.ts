/** The record in a format, from the commits of the log: one way for the doors and for the command line. */

import type { SessionId } from '@rostrum/shared/contract/ids'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { Commit } from '@rostrum/shared/contract/registry'
import { recording } from './build-record.ts'
import { unhurried } from './formats/cooperative.ts'
import { type Format, written } from './formats/formats.ts'
import { publicRecord } from './public.ts'
import { type Language, wordsIn } from './text/languages.ts'

/** `notes`: in the public version too; the secretariat's always has them. */
export type Version = { readonly public: boolean; readonly notes: boolean }
export type Wanted = Version & { readonly format: Format; readonly language: Language }
export type Exported = { readonly name: string; readonly type: string; readonly bytes: Uint8Array }

async function versionOf(id: SessionId, commits: readonly Commit[], version: Version): Promise<SessionRecord> {
  const { record, attribution } = await unhurried(recording(id, commits))
  return version.public ? publicRecord(record, attribution, version.notes) : record
}

export async function exported(id: SessionId, commits: readonly Commit[], wanted: Wanted): Promise<Exported> {
  const { extension, type, write } = written[wanted.format]
  const record = await versionOf(id, commits, wanted)
  const bytes = await write(record, wordsIn(wanted.language))
  return { name: `${id}-record${wanted.public ? '-public' : ''}.${extension}`, type, bytes }
}
