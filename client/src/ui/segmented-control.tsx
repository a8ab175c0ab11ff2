import type { ChoiceProps } from './radio-group.tsx'
import { RadioGroup } from './radio-group.tsx'
import styles from './segmented-control.module.css'

/** A few short choices in one row, each with an optional second line. */
export const SegmentedControl = <T extends string>(props: ChoiceProps<T>) => (
  <RadioGroup
    {...props}
    className={styles.segments}
    itemClassName={styles.segment}
    renderOption={({ label, note }) => (
      <>
        <span>{label}</span>
        {note === undefined ? null : <small>{note}</small>}
      </>
    )}
  />
)
