/** Enters a statement that was handed in on paper or by mail. */
import { useState } from 'react'
import { useSend } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { DialogForm } from '../../../widgets/dialog-form.tsx'
import { RefusalMessage } from '../../../widgets/refusal-message.tsx'
import type { NotReachedPersonRow } from './not-reached.ts'

export const EnterStatementDialog = ({ row, onClose }: { row: NotReachedPersonRow; onClose: () => void }) => {
  const { t } = useText()
  const send = useSend('statement')
  const [text, setText] = useState('')
  const [isBusy, setBusy] = useState(false)
  const existing = row.statement
  // The dialog stays open until the session has the text, so that a refused one is not lost.
  const sendAndClose = (command: Parameters<typeof send>[0]) => {
    setBusy(true)
    void send(command).then((reply) => {
      setBusy(false)
      if (reply.ok) onClose()
    })
  }
  const submit = () => sendAndClose({ type: 'statements.enter', data: { by: row.by, text, expectedVersion: existing?.version ?? 0 } })
  return (
    <ModalDialog open title={t('statements.secretariat.enterFor', { who: row.from.entity })} onClose={onClose}>
      <DialogForm
        submission={{ busy: isBusy, refusal: null, submit }}
        error={<RefusalMessage area="statement" />}
        label={t('statements.secretariat.enter')}
        disabled={text.trim() === ''}
        onClose={onClose}
      >
        <TextArea
          label={t('statements.secretariat.enterText')}
          hint={t('statements.secretariat.enterNote')}
          value={text}
          onChange={setText}
          rows={8}
          autoFocus
        />
        {existing === null ? null : (
          <Button
            look="danger"
            size="small"
            disabled={isBusy}
            onClick={() => sendAndClose({ type: 'statements.remove', data: { statement: existing.id, expectedVersion: existing.version } })}
          >
            {t('statements.secretariat.remove')}
          </Button>
        )}
      </DialogForm>
    </ModalDialog>
  )
}
