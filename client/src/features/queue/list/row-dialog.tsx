/** The one dialog that a row's menu has opened. It goes when the entry does. */
import type { EntryId } from '@rostrum/shared/contract/ids'
import { MoveDialog } from './move-dialog.tsx'
import { PartnerDialog } from './partner-dialog.tsx'
import { RemoveDialog } from './remove-dialog.tsx'
import type { Asking } from './row-choices.ts'

export type Asked = { readonly what: Asking; readonly entry: EntryId }

/** `onMoved`: places change by what was decided here, and are to be seen at once. */
export const RowDialog = ({ asked: { what, entry }, onMoved, onClose }: { asked: Asked; onMoved?: () => void; onClose: () => void }) => {
  if (what === 'remove') return <RemoveDialog entry={entry} onClose={onClose} />
  if (what === 'to') return <MoveDialog entry={entry} onMoved={onMoved} onClose={onClose} />
  return <PartnerDialog purpose={what} entry={entry} onDone={onMoved} onClose={onClose} />
}
