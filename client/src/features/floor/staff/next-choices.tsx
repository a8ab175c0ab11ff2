/** The other acts that a Chair may take now, in the place of the list while nobody waits. */
import { useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import styles from './next-choices.module.css'
import type { StepChoices, StepDialog } from './step-types.ts'
import { useTakeStep } from './use-next-steps.ts'

export const NextChoices = ({ steps: { others }, onOpen }: { steps: StepChoices; onOpen: (dialog: StepDialog) => void }) => {
  const { t } = useText()
  const take = useTakeStep(onOpen)
  const isListClosed = useView(({ queue }) => queue.status.kind === 'closed')
  return (
    <section className={styles.choices} aria-labelledby="comes-next">
      {others.length === 0 ? null : <h3 id="comes-next">{t('control.comesNext')}</h3>}
      <p className="muted">{t(isListClosed ? 'queue.emptyClosed' : 'queue.emptyOpen')}</p>
      {others.map((step) => (
        <button key={step.verb} type="button" className={styles.choice} onClick={() => take(step)}>
          <strong>{step.verb}</strong>
          {step.object === undefined ? null : <small>{step.object}</small>}
        </button>
      ))}
    </section>
  )
}
