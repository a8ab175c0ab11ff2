import type { ChoiceProps } from './radio-group.tsx'
import { RadioGroup } from './radio-group.tsx'
import styles from './segmented-control.module.css'

/** A few short choices side by side, each with an optional second line. */
export const Segmented = <T extends string>(props: ChoiceProps<T>) => (
  <RadioGroup
    {...props}
    className={styles.segments}
    itemClassName={styles.segment}
    face={({ label, note }) => (
      <>
        <span>{label}</span>
        {note === undefined ? null : <small>{note}</small>}
      </>
    )}
  />
)
