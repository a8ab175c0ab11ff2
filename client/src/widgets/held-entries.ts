/** Entries on hold, which have no position. */
import type { EntryId } from '@rostrum/shared/contract/ids'
import { type EntryRule, getEntryRule } from '@rostrum/shared/contract/kinds'
import { listKeys } from '@rostrum/shared/kernel/fields'
import type { EntryRow } from '@rostrum/shared/projection/queue/rows'
import type { View } from '@rostrum/shared/projection/registry'

export type HeldEntry = { readonly id: EntryId; readonly row: EntryRow }

/** Lists the entries on hold of one list, in the order in which they asked. */
export const listHeldEntries = (entries: View['entries'], waitsIn: EntryRule['waitsIn']): readonly HeldEntry[] =>
  listKeys(entries)
    .flatMap((id) => {
      const row = entries[id]
      return row?.staff?.held && getEntryRule(row.kind).waitsIn === waitsIn ? [{ id, row }] : []
    })
    .sort((a, b) => a.row.askedAt - b.row.askedAt || (a.id < b.id ? -1 : 1))
