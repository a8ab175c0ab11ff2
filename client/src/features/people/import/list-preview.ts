/** What the server reads from a list before anything changes, and the result afterwards. */

import type { GroupId, SessionId } from '@rostrum/shared/contract/ids'
import type { Channel } from '@rostrum/shared/contract/roles'
import { makePeopleUrl } from '../roster-types.ts'

export const listFields = ['id', 'entity', 'name', 'email', 'group', 'channel', 'language', 'nameInRecord'] as const
export type ListField = (typeof listFields)[number]
/** A list must have these columns. */
export const requiredListFields: readonly ListField[] = ['entity', 'group', 'channel']
/** The column header for a field, if the field is not found by its own name. */
export type ColumnChoices = Partial<Readonly<Record<ListField, string>>>

export type ListRowError = { readonly line: number; readonly column: string | null; readonly reason: string; readonly first?: number }
export type ImportCounts = {
  readonly rows: number
  readonly fresh: number
  readonly changed: number
  readonly same: number
  /** Left out, because their access has ended. */
  readonly revoked: number
}
type SampleRow = {
  readonly line: number
  readonly outcome: 'fresh' | 'changed' | 'same' | 'revoked'
  readonly entity: string
  readonly group: GroupId | null
  readonly channel: Channel
  readonly name: string | null
  readonly email: string | null
}
export type ListPreview = {
  readonly columns: Readonly<Record<ListField, string | null>>
  readonly ignored: readonly string[]
  readonly counts: ImportCounts
  /** The same file was imported before. */
  readonly repeated: boolean
  readonly sample: readonly SampleRow[]
  readonly faults: readonly ListRowError[]
  readonly faultCount: number
}
export type ImportResult = { readonly counts: ImportCounts; readonly repeated: boolean }

export const makeListUrl = (session: SessionId, step: 'preview' | 'import', chosen: ColumnChoices): string =>
  makePeopleUrl(
    session,
    Object.keys(chosen).length === 0 ? `/${step}` : `/${step}?${new URLSearchParams({ columns: JSON.stringify(chosen) })}`,
  )

/** The file unchanged, with the media type that the server expects. Browsers give CSV files various types. */
export const toCsvBlob = (file: File): Blob => new Blob([file], { type: 'text/csv' })

export const maxListBytes = 2 * 1024 * 1024
