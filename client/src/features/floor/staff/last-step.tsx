/** The last act, always in the same place. Only an act that can be undone has an Undo, and the button names it. */
import { usePending, useView } from '../../../session/hooks.tsx'
import { useRefusal } from '../../../session/refusal-claims.ts'
import { getRefusalText } from '../../../text/refusal-text.ts'
import { formatExactTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { RefusalText } from '../../../ui/refusal-text.tsx'
import styles from './controls.module.css'
import type { StepChoices, StepDialog } from './step-types.ts'
import { useTakeStep } from './use-next-steps.ts'
import { useSteps, useUndo } from './use-steps.ts'

type LastStepProps = {
  /** The status of the cue to the speaker, if it is newer than the last step. A cue cannot be undone. */
  cueStatus?: string | null
  steps: StepChoices
  onOpen: (dialog: StepDialog) => void
}

export const LastStep = ({ cueStatus = null, steps: nextSteps, onOpen }: LastStepProps) => {
  const { t } = useText()
  const refusalText = getRefusalText(t, useRefusal('controls'))
  const { steps, undone, undoText } = useSteps(1)
  const undo = useUndo()
  const { closedAt, timeZone } = useView(({ session }) => session)
  const closedText = closedAt === null ? null : t('step.closed', { time: formatExactTime(closedAt, timeZone) })
  const isStep = refusalText === null && cueStatus === null && undone === null && closedText === null
  return (
    <div className={styles.last}>
      <p className={styles.said} title={isStep ? steps[0]?.text : undefined}>
        {refusalText === null ? (closedText ?? cueStatus ?? undone ?? steps[0]?.text) : <RefusalText text={refusalText} />}
      </p>
      <span className={styles.back}>
        {isStep && undo !== null ? (
          <Button look="quiet" size="small" icon="undo" data-shortcut="undo" onClick={undo}>
            {undoText}
          </Button>
        ) : null}
        <AsideButton steps={nextSteps} onOpen={onOpen} />
      </span>
    </div>
  )
}

/** The second choice while somebody waits: end the turn without a call. Once the time of the topic is over, it goes on to the next. */
const AsideButton = ({ steps: { others }, onOpen }: Pick<LastStepProps, 'steps' | 'onOpen'>) => {
  const take = useTakeStep(onOpen)
  const someoneWaits = useView(({ queue, pointsOfOrder }) => queue.next !== null || (pointsOfOrder?.length ?? 0) > 0)
  const ending = usePending('floor.end')
  const aside = others.find(({ id }) => id === 'end' || id === 'go' || id === 'close')
  if (!someoneWaits || !aside) return null
  return (
    <Button look="quiet" size="small" disabled={ending !== undefined} onClick={() => take(aside)}>
      {aside.verb}
    </Button>
  )
}
