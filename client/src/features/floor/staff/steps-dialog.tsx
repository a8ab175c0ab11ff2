/** The last ten steps, the latest first. A step can be undone once all later steps are undone. */
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { OverlayActions } from '../../../ui/popover.tsx'
import styles from './controls.module.css'
import { useSteps, useUndo } from './use-steps.ts'

export const StepsDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useText()
  const { steps, undone } = useSteps()
  const undo = useUndo()
  return (
    <ModalDialog open title={t('step.title')} onClose={onClose}>
      <p className="muted">{steps.length === 0 ? t('step.none') : t('step.note')}</p>
      <ol className={styles.steps}>
        {steps.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ol>
      <p role="status">{undone}</p>
      <OverlayActions>
        <Button look="primary" icon="undo" disabled={undo === null || undo.isSending} onClick={() => undo?.act()}>
          {t('step.undoLast')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('app.close')}
        </Button>
      </OverlayActions>
    </ModalDialog>
  )
}
