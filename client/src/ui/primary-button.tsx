import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import { ignoreKeyRepeat } from './ignore-key-repeat.ts'
import { isTyped } from './keyboard-target.ts'
import { usePlace } from './place.tsx'
import styles from './primary-button.module.css'

type PrimaryButtonProps = {
  icon?: IconName | undefined
  /** `floor`: white, on the floor block. `wait`: for a command that is stored but not sent yet. */
  look?: 'accent' | 'floor' | 'wait' | undefined
  disabled?: boolean | undefined
  type?: 'button' | 'submit' | undefined
  /** True if the button may take the focus when the control that had it disappears. */
  takesFocus?: boolean | undefined
  describedBy?: string | undefined
  /** The id of the form that it submits, if the button is outside that form. */
  form?: string | undefined
  onPress?: (() => void) | undefined
  children: ReactNode
}

/** The main button of a phone page, in reach of the thumb. */
export const PrimaryButton = ({
  icon,
  look = 'accent',
  disabled = false,
  type = 'button',
  takesFocus = false,
  describedBy,
  form,
  onPress,
  children,
}: PrimaryButtonProps) => {
  const place = usePlace(typeof children === 'string' ? children : '')
  return (
    <button
      type={type}
      form={form}
      {...place.marks}
      className={classNames(styles.main, look !== 'accent' && styles[look])}
      aria-disabled={disabled || place.isResting || undefined}
      aria-describedby={describedBy}
      data-takes-focus={takesFocus ? '' : undefined}
      onKeyDown={ignoreKeyRepeat}
      onClick={(event) => {
        if (disabled || (place.isResting && !isTyped(event))) return event.preventDefault()
        if (!isTyped(event)) place.rest()
        onPress?.()
      }}
    >
      {icon === undefined ? null : <Icon name={icon} className={styles.icon} />}
      {children}
    </button>
  )
}
