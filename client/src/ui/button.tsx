import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import styles from './button.module.css'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import { isTyped } from './keyboard-target.ts'
import { usePlace } from './place.tsx'
import { type Shortcut, useAriaShortcut } from './shortcuts.ts'

export type ButtonLook = {
  look?: 'plain' | 'primary' | 'quiet' | 'danger' | 'urgent' | 'floor' | undefined
  size?: 'normal' | 'small' | 'inline' | undefined
  /** Grey text, for the "more" buttons of a row. */
  muted?: boolean | undefined
  /** Shows only an icon. The name must then be given as `aria-label`. */
  bare?: boolean | undefined
  block?: boolean | undefined
}

export const getButtonClass = ({ look = 'plain', size = 'normal', muted, bare, block }: ButtonLook): string =>
  classNames(
    styles.button,
    look !== 'plain' && styles[look],
    size !== 'normal' && styles[size],
    muted && styles.muted,
    bare && styles.bare,
    block && styles.block,
  )

type ButtonFaceProps = { icon?: IconName | undefined; iconEnd?: IconName | undefined; children?: ReactNode }

export const ButtonFace = ({ icon, iconEnd, children }: ButtonFaceProps) => (
  <>
    {icon === undefined ? null : <Icon name={icon} />}
    {children}
    {iconEnd === undefined ? null : <Icon name={iconEnd} />}
  </>
)

type ButtonProps = ButtonLook &
  ButtonFaceProps &
  Omit<ComponentProps<'button'>, 'disabled'> & {
    disabled?: boolean | undefined
    /** True if the content that this button shows and hides is visible. An arrow at the end shows it too. */
    expanded?: boolean | undefined
    /** Everything that decides the effect of a press, if the text alone does not say it. */
    means?: string | undefined
    /** The key that presses the button from anywhere on the page. */
    'data-shortcut'?: Shortcut | undefined
  }

/** A disabled button stays in the tab order, so that a person can find it and read why it is disabled. */
export const Button = ({
  look,
  size,
  muted,
  bare,
  block,
  icon,
  iconEnd,
  disabled,
  expanded,
  means,
  onClick,
  className,
  children,
  ...rest
}: ButtonProps) => {
  const ariaShortcut = useAriaShortcut(rest['data-shortcut'])
  const place = usePlace(means ?? (typeof children === 'string' ? children : ''))
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (disabled || (place.isResting && !isTyped(event))) return event.preventDefault()
    if (!isTyped(event)) place.rest()
    onClick?.(event)
  }
  return (
    <button
      type="button"
      aria-expanded={expanded}
      {...rest}
      {...place.marks}
      className={classNames(getButtonClass({ look, size, muted, bare, block }), className)}
      aria-disabled={disabled || place.isResting || undefined}
      aria-keyshortcuts={ariaShortcut}
      onClick={press}
    >
      <ButtonFace icon={icon} iconEnd={expanded === undefined ? iconEnd : expanded ? 'up' : 'down'}>
        {children}
      </ButtonFace>
    </button>
  )
}

type ButtonLinkProps = ButtonLook & ButtonFaceProps & ComponentProps<'a'> & { href: string }

/** A link that looks like a button. */
export const ButtonLink = ({ look, size, muted, bare, block, icon, iconEnd, className, children, ...rest }: ButtonLinkProps) => (
  <a {...rest} className={classNames(getButtonClass({ look, size, muted, bare, block }), className)}>
    <ButtonFace icon={icon} iconEnd={iconEnd}>
      {children}
    </ButtonFace>
  </a>
)
