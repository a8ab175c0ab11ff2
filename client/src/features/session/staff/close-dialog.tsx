/** Before the session closes: what happens to waiting entries and to questions. */
import { useSend, useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { OverlayActions } from '../../../ui/popover.tsx'

const openStatuses = ['pending', 'on-hold', 'approved']

export const CloseDialog = ({ onClose }: { onClose: () => void }) => {
  const { t, rich } = useText()
  const send = useSend('controls')
  const requests = useView(({ entries }) => Object.values(entries).filter((row) => row?.kind === 'intervention').length)
  const openQuestions = useView(
    ({ questions }) => Object.values(questions).filter((row) => row && openStatuses.includes(row.status)).length,
  )
  return (
    <ModalDialog open title={t('session.closeAsk')} onClose={onClose}>
      <p>{rich('session.closeCount', { requests, openQuestions })}</p>
      <p className="muted">{t('session.closeHelp')}</p>
      <OverlayActions>
        <Button
          look="primary"
          onClick={() => {
            void send({ type: 'session.close', data: {} })
            onClose()
          }}
        >
          {t('session.close')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </OverlayActions>
    </ModalDialog>
  )
}
