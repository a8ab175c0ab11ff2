/** The acts that a Chair may take now, in the place of the list while nobody waits. The first says what the main button does. */
import { useText } from '../../../text/use-text.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Place, usePlace } from '../../../ui/place.tsx'
import styles from './next-choices.module.css'
import { describeStep, type NextStep, type StepChoices, type StepDialog } from './step-types.ts'
import { useTakeStep } from './use-next-steps.ts'

export const NextChoices = ({ steps: { main, others }, onOpen }: { steps: StepChoices; onOpen: (dialog: StepDialog) => void }) => {
  const { t } = useText()
  const take = useTakeStep(onOpen)
  return (
    <Place means={JSON.stringify(others.map(describeStep))}>
      <ul className={styles.choices} aria-label={t('control.comesNext')}>
        <li className={classNames(styles.choice, styles.first)}>
          <StepText step={main} />
        </li>
        {others.map((step) => (
          <li key={step.id}>
            <NextChoice step={step} onTake={() => take(step)} />
          </li>
        ))}
      </ul>
    </Place>
  )
}

const NextChoice = ({ step, onTake }: { step: NextStep; onTake: () => void }) => {
  const { isResting, rest, marks } = usePlace(describeStep(step))
  const press = () => {
    if (isResting) return
    rest()
    onTake()
  }
  return (
    <button type="button" {...marks} className={styles.choice} aria-disabled={isResting || undefined} onClick={press}>
      <StepText step={step} />
    </button>
  )
}

const StepText = ({ step: { verb, object, icon } }: { step: NextStep }) => (
  <>
    <strong>{verb}</strong>
    {object === undefined ? null : <small>{object}</small>}
    <Icon name={icon} />
  </>
)
