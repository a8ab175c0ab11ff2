import { type RemovalReason, removalReasons } from '@rostrum/shared/contract/enums'
import type { EntryId } from '@rostrum/shared/contract/ids'
import { useState } from 'react'
import { useSend, useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { ChoicePills } from '../../../ui/choice-pills.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { DialogActions } from '../../../widgets/dialog-form.tsx'

/** Removing an entry needs a reason, which the person gets. */
export const RemoveDialog = ({ entry, onClose }: { entry: EntryId; onClose: () => void }) => {
  const { t } = useText()
  const send = useSend('queue')
  const row = useView(({ entries }) => entries[entry])
  const [reason, setReason] = useState<RemovalReason | null>(null)
  if (!row) return null
  return (
    <ModalDialog open title={t('queue.removeAsk', { who: row.entity })} onClose={onClose}>
      <p className="muted">{t('queue.removeReason')}</p>
      <ChoicePills
        label={t('queue.removeReason')}
        value={reason}
        onChange={setReason}
        options={removalReasons.map((one) => ({ value: one, label: t(`queue.removal.${one}`) }))}
      />
      <DialogActions
        disabled={reason === null}
        onUse={() => {
          if (reason === null) return
          void send({ type: 'queue.remove', data: { entry, reason } })
          onClose()
        }}
        label={t('queue.remove')}
        onClose={onClose}
      />
    </ModalDialog>
  )
}
