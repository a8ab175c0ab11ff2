/** The last ten steps, the latest first; each can be taken back once those after it have been. */
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { OverlayActions } from '../../../ui/popover.tsx'
import styles from './controls.module.css'
import { useActs, useUndo } from './use-steps.ts'

export const StepsDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useText()
  const { taken, undone } = useActs()
  const undo = useUndo()
  return (
    <ModalDialog open title={t('step.title')} onClose={onClose}>
      <p className="muted">{taken.length === 0 ? t('step.none') : t('step.note')}</p>
      <ol className={styles.steps}>
        {taken.map(({ id, words }) => (
          <li key={id}>{words}</li>
        ))}
      </ol>
      <p role="status">{undone}</p>
      <OverlayActions>
        <Button look="primary" icon="undo" disabled={undo === null} onClick={() => undo?.()}>
          {t('step.undoLast')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('app.close')}
        </Button>
      </OverlayActions>
    </ModalDialog>
  )
}
