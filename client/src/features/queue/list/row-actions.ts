/** What the rows of a list ask of the list that holds them. */
import type { EntryId } from '@rostrum/shared/contract/ids'
import type { Asking } from './row-choices.ts'

export type RowActs = {
  readonly ask: (what: Asking, entry: EntryId) => void
  readonly move: (entry: EntryId, step: -1 | 1) => void
}
