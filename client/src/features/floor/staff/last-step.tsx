/** The last step, always in the same place, with Undo and, next to it, the less frequent "End turn". */
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { useRefusal } from '../../../session/refusal-claims.ts'
import { getRefusalText } from '../../../text/refusal-text.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { RefusalText } from '../../../ui/refusal-text.tsx'
import styles from './controls.module.css'
import { useSteps, useUndo } from './use-steps.ts'

/** `cueStatus`: the status of the cue to the speaker, if it is newer than the last step. */
export const LastStep = ({ cueStatus = null }: { cueStatus?: string | null }) => {
  const { t } = useText()
  const refusalText = getRefusalText(t, useRefusal('controls'))
  const { steps, undone } = useSteps()
  const undo = useUndo()
  return (
    <div className={styles.last}>
      <p className={styles.said}>{refusalText === null ? (cueStatus ?? undone ?? steps[0]?.text) : <RefusalText text={refusalText} />}</p>
      <span className={styles.back}>
        <Button look="quiet" size="small" icon="undo" disabled={undo === null} data-shortcut="undo" onClick={() => undo?.()}>
          {t('control.undo')}
        </Button>
        <EndTurnButton />
      </span>
    </div>
  )
}

/** Ends the turn without calling anybody. Offered while the next action would call the next speaker. */
const EndTurnButton = () => {
  const { t } = useText()
  const send = useSend('controls')
  const current = useView(({ floor }) => floor.current)
  const someoneWaits = useView(({ queue }) => queue.next !== null)
  const open = useView(({ session }) => session.phase === 'open')
  const ending = usePending('floor.end')
  if (!open || current === null || current.startedAt === null || current.kind === 'point-of-order' || !someoneWaits) return null
  return (
    <Button
      look="quiet"
      size="small"
      disabled={ending !== undefined}
      onClick={() => void send({ type: 'floor.end', data: { turn: current.id } })}
    >
      {t('control.endOnly')}
    </Button>
  )
}
