/** The dialog that a row's menu has opened. It closes when the entry leaves the queue. */
import type { EntryId } from '@rostrum/shared/contract/ids'
import { useSend, useView } from '../../../session/hooks.tsx'
import { LanguageDialog } from '../../../widgets/language-dialog.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { PartnerDialog } from './partner-dialog.tsx'
import { RemoveDialog } from './remove-dialog.tsx'
import type { DialogAction } from './row-choices.ts'

export type OpenRowDialog = { readonly action: DialogAction; readonly entry: EntryId }

/** `onMoved`: the dialog has changed the order, and the list must show the new order at once. */
export const RowDialog = ({
  open: { action, entry },
  onMoved,
  onClose,
}: {
  open: OpenRowDialog
  onMoved?: () => void
  onClose: () => void
}) => {
  if (action === 'remove') return <RemoveDialog entry={entry} onClose={onClose} />
  if (action === 'language') return <LanguageOfRow entry={entry} onClose={onClose} />
  if (action === 'to') return <MoveDialog entry={entry} onMoved={onMoved} onClose={onClose} />
  return <PartnerDialog purpose={action} entry={entry} onDone={onMoved} onClose={onClose} />
}

const LanguageOfRow = ({ entry, onClose }: { entry: EntryId; onClose: () => void }) => {
  const send = useSend('queue')
  const row = useView(({ entries }) => entries[entry])
  if (!row) return null
  return (
    <LanguageDialog
      who={row.entity}
      spoken={row.language}
      onUse={(language) => void send({ type: 'queue.set-language', data: { entry, language } })}
      onClose={onClose}
    />
  )
}
