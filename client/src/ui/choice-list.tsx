import styles from './choice-list.module.css'
import type { ChoiceProps } from './radio-group.tsx'
import { RadioGroup } from './radio-group.tsx'

/** Choices in a vertical list, each with a line of explanation. */
export const ChoiceList = <T extends string>(props: ChoiceProps<T>) => (
  <RadioGroup
    {...props}
    className={styles.list}
    itemClassName={styles.item}
    renderOption={({ label, note }) => (
      <>
        <strong>{label}</strong>
        {note === undefined ? null : <small>{note}</small>}
      </>
    )}
  />
)
