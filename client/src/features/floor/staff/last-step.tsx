/**
 * The last act, always in the same place. Only an act that can be undone has an Undo, and the button names it. A press that waits for the
 * connection comes before it, and can be taken back.
 */
import { useView } from '../../../session/hooks.tsx'
import { useRefusal } from '../../../session/refusal-claims.ts'
import { getRefusalText } from '../../../text/refusal-text.ts'
import { formatExactTime } from '../../../text/times.ts'
import { usePhoneText, useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { RefusalText } from '../../../ui/refusal-text.tsx'
import { useFit } from '../../../ui/use-fit.ts'
import styles from './controls.module.css'
import { useSteps, useUndo } from './use-steps.ts'
import { useWaitingAct } from './waiting-act.ts'

/** Two lines, or three lower ones. */
const sizes = [1, 0.86]

/** `newer`: an act that is newer than the last step, in words. It has no Undo, and that of an earlier step would pass for it. */
export const LastStep = ({ newer = null }: { newer?: string | null }) => {
  const { t } = useText()
  const refusalText = getRefusalText(t, useRefusal('controls'))
  const { steps, undone, undoText } = useSteps(1)
  const waiting = useWaitingAct(undoText)
  const fitted = useFit<HTMLParagraphElement>(sizes)
  const { closedAt, timeZone } = useView(({ session }) => session)
  const closed = closedAt === null ? null : t('step.closed', { time: formatExactTime(closedAt, timeZone) })
  const said = waiting?.text ?? closed ?? newer ?? undone ?? steps[0]?.text
  return (
    <div className={styles.last} data-box="last">
      <p ref={fitted} className={styles.said} title={refusalText === null ? said : undefined}>
        {refusalText === null ? said : <RefusalText text={refusalText} />}
      </p>
      <span className={styles.back}>
        {waiting !== null ? <CancelButton onCancel={waiting.cancel} /> : closed === null && newer !== null ? null : <UndoButton />}
      </span>
    </div>
  )
}

const CancelButton = ({ onCancel }: { onCancel: () => void }) => {
  const { t } = usePhoneText()
  return (
    <Button look="quiet" icon="x" onClick={onCancel}>
      {t('app.cancel')}
    </Button>
  )
}

/** After an undo it offers the step before, in the same place. */
const UndoButton = () => {
  const { t } = useText()
  const { undoText } = useSteps(1)
  const undo = useUndo()
  if (undo === null) return null
  return (
    <Button look="quiet" icon="undo" data-shortcut="undo" means={undo.step} disabled={undo.isSending} onClick={undo.act}>
      {undo.secondsLeft === null ? undoText : t('undo.closedLeft', { n: undo.secondsLeft })}
    </Button>
  )
}
