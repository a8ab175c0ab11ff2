/** The button for the next action. Its position and size never change; only its text does. */

import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import styles from './next-action.module.css'
import { usePlace } from './place.tsx'
import { useAriaShortcut } from './shortcuts.ts'
import { useFit } from './use-fit.ts'

type NextActionProps = {
  verb: ReactNode
  /** The person or thing that it concerns, or the reason why it cannot be pressed. */
  object?: ReactNode
  icon: IconName
  disabled?: boolean | undefined
  /** Everything that decides what a press does. */
  means: string
  sending?: boolean | undefined
  onPress: () => void
}

/** The text is set smaller where two names are long. Neither the verb nor a name is ever cut. */
const sizes = [1, 0.9, 0.8, 0.7]

export const NextAction = ({ verb, object, icon, disabled = false, means, sending = false, onPress }: NextActionProps) => {
  const place = usePlace(means)
  const isInactive = disabled || place.isResting || sending
  const ariaShortcut = useAriaShortcut('next')
  const fitted = useFit<HTMLButtonElement>(sizes)
  return (
    <button
      ref={fitted}
      type="button"
      className={classNames(styles.act, place.isResting && styles.resting)}
      aria-disabled={isInactive || undefined}
      aria-busy={sending || undefined}
      aria-keyshortcuts={ariaShortcut}
      data-shortcut="next"
      data-box="main"
      {...place.marks}
      onClick={() => {
        if (isInactive) return
        place.rest()
        onPress()
      }}
    >
      <span className={styles.verb}>{verb}</span>
      {object === undefined ? null : (
        <span className={styles.object} title={typeof object === 'string' ? object : undefined}>
          {object}
        </span>
      )}
      <Icon name={icon} className={styles.icon} />
    </button>
  )
}
