import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import styles from './button.module.css'
import { classes } from './class-names.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import { type Shortcut, useKeyTold } from './shortcuts.ts'

export type ButtonLook = {
  look?: 'plain' | 'primary' | 'quiet' | 'danger' | 'urgent' | 'floor' | undefined
  size?: 'normal' | 'small' | 'inline' | undefined
  /** Grey words, for the quiet "more" buttons of a row. */
  muted?: boolean | undefined
  /** Only an icon; the name must then come as `aria-label`. */
  bare?: boolean | undefined
  block?: boolean | undefined
}

export const buttonClass = ({ look = 'plain', size = 'normal', muted, bare, block }: ButtonLook): string =>
  classes(
    styles.button,
    look !== 'plain' && styles[look],
    size !== 'normal' && styles[size],
    muted && styles.muted,
    bare && styles.bare,
    block && styles.block,
  )

type Face = { icon?: IconName | undefined; iconEnd?: IconName | undefined; children?: ReactNode }

export const ButtonFace = ({ icon, iconEnd, children }: Face) => (
  <>
    {icon === undefined ? null : <Icon name={icon} />}
    {children}
    {iconEnd === undefined ? null : <Icon name={iconEnd} />}
  </>
)

type ButtonProps = ButtonLook &
  Face &
  Omit<ComponentProps<'button'>, 'disabled'> & {
    disabled?: boolean | undefined
    /** The key that presses it from anywhere on the page. */
    'data-shortcut'?: Shortcut | undefined
  }

/** A disabled button stays in the tab order, so that its reason can be found and read. */
export const Button = ({ look, size, muted, bare, block, icon, iconEnd, disabled, onClick, className, children, ...rest }: ButtonProps) => {
  const keyTold = useKeyTold(rest['data-shortcut'])
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (disabled) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <button
      type="button"
      {...rest}
      className={classes(buttonClass({ look, size, muted, bare, block }), className)}
      aria-disabled={disabled || undefined}
      aria-keyshortcuts={keyTold}
      onClick={press}
    >
      <ButtonFace icon={icon} iconEnd={iconEnd}>
        {children}
      </ButtonFace>
    </button>
  )
}

type LinkProps = ButtonLook & Face & ComponentProps<'a'> & { href: string }

/** Looks like a button and goes somewhere. */
export const ButtonLink = ({ look, size, muted, bare, block, icon, iconEnd, className, children, ...rest }: LinkProps) => (
  <a {...rest} className={classes(buttonClass({ look, size, muted, bare, block }), className)}>
    <ButtonFace icon={icon} iconEnd={iconEnd}>
      {children}
    </ButtonFace>
  </a>
)
