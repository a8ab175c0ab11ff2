/** What the server reads from a list before anything changes, and the result afterwards. */

import type { GroupId } from '@rostrum/shared/contract/ids'
import type { Group } from '@rostrum/shared/contract/plan'
import type { Channel } from '@rostrum/shared/contract/roles'
import { makePeopleUrl } from '../roster-types.ts'

export const listFields = [
  ...['id', 'entity', 'name', 'givenName', 'familyName', 'email', 'group', 'channel', 'language', 'nameInRecord', 'pronounced'],
] as const
export type ListField = (typeof listFields)[number]
/** A list must have these columns. */
export const requiredListFields: readonly ListField[] = ['entity', 'group', 'channel']

export const encodings = [
  ...['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'windows-1250', 'windows-1251', 'windows-1253', 'windows-1254'],
  ...['windows-1255', 'windows-1256', 'koi8-r', 'gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr', 'macintosh'],
] as const
export type Encoding = (typeof encodings)[number]
export const nameOrders = ['given-first', 'family-first'] as const
export type NameOrder = (typeof nameOrders)[number]

/** How the file was read. */
export type ListSource =
  | { readonly format: 'csv'; readonly encoding: Encoding; readonly separator: ',' | ';' | '\t' }
  | { readonly format: 'xlsx'; readonly sheet: string; readonly sheets: readonly string[] }
/** What the user corrected. `columns`: the header of each field; null if it is not in the list. */
export type ListChoices = {
  readonly columns: Partial<Readonly<Record<ListField, string | null>>>
  readonly encoding?: Encoding
  readonly sheet?: string
  readonly nameOrder?: NameOrder
}

export type ListRowError = {
  readonly line: number
  readonly column: string | null
  readonly letter: string | null
  readonly value: string | null
  readonly reason: string
  readonly first?: number
}
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
  readonly source: ListSource
  readonly headers: readonly string[]
  readonly columns: Readonly<Record<ListField, string | null>>
  readonly nameOrder: NameOrder
  readonly ignored: readonly string[]
  readonly counts: ImportCounts
  /** The same file was imported before. */
  readonly repeated: boolean
  readonly sample: readonly SampleRow[]
  readonly groups: readonly Group[]
  readonly faults: readonly ListRowError[]
  readonly faultCount: number
  /** How a group may be written. */
  readonly groupNames: readonly string[]
}
export type ColumnError = {
  readonly reason: 'column-missing' | 'column-twice' | 'column-refused'
  readonly field: ListField | null
  readonly header: string | null
}
/** What the server knows of a file whose columns are not clear. */
export type RefusedColumns = Pick<ListPreview, 'source' | 'headers'> & { readonly columnFaults: readonly ColumnError[] }
export type ImportResult = { readonly counts: ImportCounts; readonly repeated: boolean }

export const makeListUrl = (session: string, step: 'preview' | 'import', { columns, ...choices }: ListChoices): string => {
  const query = new URLSearchParams({ ...(Object.keys(columns).length === 0 ? {} : { columns: JSON.stringify(columns) }), ...choices })
  return makePeopleUrl(session, `/${step}${query.size === 0 ? '' : `?${query}`}`)
}

/** The file unchanged. The server finds out from its content what it is, and browsers give lists various types. */
export const toListBlob = (file: File): Blob => new Blob([file], { type: 'application/octet-stream' })

export const maxListBytes = 2 * 1024 * 1024
