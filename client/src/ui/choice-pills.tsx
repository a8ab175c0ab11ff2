import styles from './choice-pills.module.css'
import type { ChoiceProps } from './radio-group.tsx'
import { RadioGroup } from './radio-group.tsx'

/** Short choices that wrap to several lines, such as reasons and filters. */
export const ChoicePills = <T extends string>(props: ChoiceProps<T>) => (
  <RadioGroup {...props} className={styles.pills} itemClassName={styles.pill} renderOption={({ label }) => label} />
)
