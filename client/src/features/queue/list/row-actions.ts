/** The actions that a row calls on its list. */
import type { EntryId } from '@rostrum/shared/contract/ids'
import type { DialogAction } from './row-choices.ts'

export type QueueRowActions = {
  readonly openDialog: (action: DialogAction, entry: EntryId) => void
  readonly move: (entry: EntryId, step: -1 | 1) => void
}
