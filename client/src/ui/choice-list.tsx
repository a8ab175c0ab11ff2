import styles from './choice-list.module.css'
import type { ChoiceProps } from './radio-group.tsx'
import { RadioGroup } from './radio-group.tsx'

/** Choices below one another, each with a line of explanation, as in the order of speakers. */
export const ChoiceList = <T extends string>(props: ChoiceProps<T>) => (
  <RadioGroup
    {...props}
    className={styles.list}
    itemClassName={styles.item}
    face={({ label, note }) => (
      <>
        <strong>{label}</strong>
        {note === undefined ? null : <small>{note}</small>}
      </>
    )}
  />
)
