/** A menu behind a button. It uses React Aria, so nothing that a phone loads may import it. */
import type { ReactNode } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import type { ButtonLook } from './button.tsx'
import { ButtonFace, getButtonClass } from './button.tsx'
import { classNames } from './class-names.ts'
import type { IconName } from './icon-paths.ts'
import styles from './overlay.module.css'

export type MenuOption<T extends string> = {
  id: T
  label: string
  note?: ReactNode
  disabled?: boolean | undefined
  danger?: boolean | undefined
}

type MenuFrameProps = {
  /** The text of the button. Without it the button shows three dots, and `label` is its name. */
  text?: ReactNode
  label: string
  icon?: IconName | undefined
  look?: ButtonLook | undefined
  /** The button is reached from the row that contains it, not with the tab key. */
  offTab?: boolean | undefined
}

/** `children`: the `MenuOptions`. They are rendered only while the menu is open. */
export const MenuFrame = ({
  text,
  label,
  icon,
  look = { size: 'small' },
  offTab = false,
  children,
}: MenuFrameProps & { children: ReactNode }) => (
  <MenuTrigger>
    <Button
      excludeFromTabOrder={offTab}
      className={getButtonClass(text === undefined ? { look: 'quiet', size: 'small', muted: true, bare: true, ...look } : look)}
      {...(text === undefined ? { 'aria-label': label } : {})}
    >
      {text === undefined ? (
        <ButtonFace icon={icon ?? 'more'} />
      ) : (
        <ButtonFace icon={icon} iconEnd="down">
          {text}
        </ButtonFace>
      )}
    </Button>
    <Popover placement="bottom end" offset={8}>
      {children}
    </Popover>
  </MenuTrigger>
)

type MenuOptionsProps<T extends string> = { label: string; options: readonly MenuOption<T>[]; onAction: (id: T) => void }

export const MenuOptions = <T extends string>({ label, options, onAction }: MenuOptionsProps<T>) => (
  <Menu className={classNames(styles.menu)} aria-label={label} onAction={(key) => onAction(String(key) as T)}>
    {options.map((option) => (
      <MenuItem
        key={option.id}
        id={option.id}
        textValue={option.label}
        isDisabled={option.disabled ?? false}
        className={classNames(styles.item, option.danger && styles.danger)}
      >
        <strong>{option.label}</strong>
        {option.note === undefined ? null : <small>{option.note}</small>}
      </MenuItem>
    ))}
  </Menu>
)

export const MenuButton = <T extends string>({ options, onAction, ...frame }: MenuFrameProps & MenuOptionsProps<T>) => (
  <MenuFrame {...frame}>
    <MenuOptions label={frame.label} options={options} onAction={onAction} />
  </MenuFrame>
)
