/** Asks before the user leaves the page with unsaved changes. */
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { OverlayActions } from '../../../ui/popover.tsx'

type LeaveGuardProps = { open: boolean; onStay: () => void; onLeave: () => void }

export const LeaveGuard = ({ open, onStay, onLeave }: LeaveGuardProps) => {
  const { t } = useText()
  return (
    <ModalDialog open={open} title={t('home.plan.leaveAsk')} onClose={onStay}>
      <p>{t('home.plan.leaveHelp')}</p>
      <OverlayActions>
        <Button look="primary" onClick={onStay}>
          {t('home.plan.keepEditing')}
        </Button>
        <Button look="danger" onClick={onLeave}>
          {t('home.plan.leaveIt')}
        </Button>
      </OverlayActions>
    </ModalDialog>
  )
}
