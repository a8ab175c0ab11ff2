/** What the server makes of a list of people before anything is changed, and what it came to afterwards. */

import type { GroupId, SessionId } from '@rostrum/shared/contract/ids'
import type { Channel } from '@rostrum/shared/contract/roles'
import { peopleDoor } from '../roster-types.ts'

export const listFields = ['id', 'entity', 'name', 'email', 'group', 'channel', 'language', 'named'] as const
export type ListField = (typeof listFields)[number]
/** Without these there is no list. */
export const neededFields: readonly ListField[] = ['entity', 'group', 'channel']
/** The header of a field, where it is not found by its own name. */
export type Chosen = Partial<Readonly<Record<ListField, string>>>

export type Fault = { readonly line: number; readonly column: string | null; readonly why: string; readonly first?: number }
export type Counts = {
  readonly rows: number
  readonly fresh: number
  readonly changed: number
  readonly same: number
  /** Left out: their access has ended. */
  readonly revoked: number
}
type Sample = {
  readonly line: number
  readonly outcome: 'fresh' | 'changed' | 'same' | 'revoked'
  readonly entity: string
  readonly group: GroupId | null
  readonly channel: Channel
  readonly name: string | null
  readonly email: string | null
}
export type Preview = {
  readonly columns: Readonly<Record<ListField, string | null>>
  readonly ignored: readonly string[]
  readonly counts: Counts
  /** The very file was imported before. */
  readonly repeated: boolean
  readonly sample: readonly Sample[]
  readonly faults: readonly Fault[]
  readonly faultCount: number
}
export type Imported = { readonly counts: Counts; readonly repeated: boolean }

export const listDoor = (session: SessionId, step: 'preview' | 'import', chosen: Chosen): string =>
  peopleDoor(
    session,
    Object.keys(chosen).length === 0 ? `/${step}` : `/${step}?${new URLSearchParams({ columns: JSON.stringify(chosen) })}`,
  )

/** As it is, under the type that the door takes; browsers give lists many. */
export const asList = (file: File): Blob => new Blob([file], { type: 'text/csv' })

export const largestList = 2 * 1024 * 1024
