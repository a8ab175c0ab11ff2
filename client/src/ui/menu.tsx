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

type MenuButtonProps<T extends string> = {
  /** The text of the button. Without it the button shows three dots, and `label` is its name. */
  text?: ReactNode
  label: string
  icon?: IconName | undefined
  look?: ButtonLook | undefined
  options: readonly MenuOption<T>[]
  onAction: (id: T) => void
  /** The button is reached from the row that contains it, not with the tab key. */
  offTab?: boolean | undefined
}

export const MenuButton = <T extends string>({
  text,
  label,
  icon,
  look = { size: 'small' },
  options,
  onAction,
  offTab = false,
}: MenuButtonProps<T>) => (
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
    </Popover>
  </MenuTrigger>
)
