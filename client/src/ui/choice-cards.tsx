import styles from './choice-cards.module.css'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import type { ChoiceProps } from './radio-group.tsx'
import { RadioGroup } from './radio-group.tsx'

type ChoiceCardsProps<T extends string> = ChoiceProps<T> & { icons?: Readonly<Partial<Record<T, IconName>>> | undefined }

/** Choices large enough for a thumb, each with an icon and a line of explanation. */
export const ChoiceCards = <T extends string>({ icons, ...props }: ChoiceCardsProps<T>) => (
  <RadioGroup
    {...props}
    className={styles.cards}
    itemClassName={styles.card}
    renderOption={({ value, label, note }) => {
      const icon = icons?.[value]
      return (
        <>
          {icon === undefined ? null : <Icon name={icon} className={styles.icon} />}
          <span className={styles.words}>
            <strong>{label}</strong>
            {note === undefined ? null : <small>{note}</small>}
          </span>
          <span className={styles.dot} />
        </>
      )
    }}
  />
)

/** Choices one below the other, each with a ring that is filled when it is chosen. */
export const ChoiceRows = <T extends string>(props: ChoiceProps<T>) => (
  <RadioGroup
    {...props}
    className={styles.rows}
    itemClassName={styles.choice}
    renderOption={({ label }) => (
      <>
        <span className={styles.dot} />
        {label}
      </>
    )}
  />
)

/** Languages, each in its own script and direction. */
export const ChoiceLanguages = <T extends string>(props: ChoiceProps<T>) => (
  <RadioGroup
    {...props}
    className={styles.languages}
    itemClassName={styles.language}
    renderOption={({ label }, chosen) => (
      <>
        {label}
        {chosen ? <Icon name="check" /> : null}
      </>
    )}
  />
)
