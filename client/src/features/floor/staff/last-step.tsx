/** What was done last, always in the same place, with Undo, and the rarer end of a turn beside it. */
import { usePending, useRefusal, useSend, useView } from '../../../session/hooks.tsx'
import { refusalWords } from '../../../text/refusal-text.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Refusal } from '../../../ui/refusal-text.tsx'
import styles from './controls.module.css'
import { useActs, useUndo } from './use-steps.ts'

/** Commands that are driven from beside this line: their refusals stand in place of what was done last. */
const driven = ['session.', 'agenda.', 'floor.', 'cues.', 'steps.', 'questions.show', 'questions.unshow', 'questions.settle']

/** `cued`: what was asked of the speaker, where that came later than the last step. */
export const LastAct = ({ cued = null }: { cued?: string | null }) => {
  const { t } = useText()
  const refused = refusalWords(t, useRefusal(driven))
  const { taken, undone } = useActs()
  const undo = useUndo()
  return (
    <div className={styles.last}>
      <p className={styles.said}>{refused === null ? (cued ?? undone ?? taken[0]?.words) : <Refusal words={refused} />}</p>
      <span className={styles.back}>
        <Button look="quiet" size="small" icon="undo" disabled={undo === null} data-shortcut="undo" onClick={() => undo?.()}>
          {t('act.undo')}
        </Button>
        <EndOnly />
      </span>
    </div>
  )
}

/** Without calling anybody: offered while the next action would call. */
const EndOnly = () => {
  const { t } = useText()
  const send = useSend()
  const current = useView(({ floor }) => floor.current)
  const waits = useView(({ list }) => list.next !== null)
  const open = useView(({ session }) => session.phase === 'open')
  const ending = usePending('floor.end')
  if (!open || current === null || current.startedAt === null || current.kind === 'point-of-order' || !waits) return null
  return (
    <Button
      look="quiet"
      size="small"
      disabled={ending !== undefined}
      onClick={() => void send({ type: 'floor.end', data: { turn: current.id } })}
    >
      {t('act.endOnly')}
    </Button>
  )
}
