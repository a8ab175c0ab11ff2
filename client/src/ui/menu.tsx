/** A menu behind a button. Built on React Aria, so no part of the phone may import it. */
import type { ReactNode } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import type { ButtonLook } from './button.tsx'
import { ButtonFace, buttonClass } from './button.tsx'
import { classes } from './class-names.ts'
import type { IconName } from './icon-paths.ts'
import styles from './overlay.module.css'

export type MenuEntry<T extends string> = {
  id: T
  label: string
  note?: ReactNode
  disabled?: boolean | undefined
  danger?: boolean | undefined
}

type MenuButtonProps<T extends string> = {
  /** The button's words; left out for the bare three dots, whose name is then `label`. */
  words?: ReactNode
  label: string
  icon?: IconName | undefined
  look?: ButtonLook | undefined
  entries: readonly MenuEntry<T>[]
  onAction: (id: T) => void
  /** Reached by the row that holds it, not by the tab key. */
  offTab?: boolean | undefined
}

export const MenuButton = <T extends string>({
  words,
  label,
  icon,
  look = { size: 'small' },
  entries,
  onAction,
  offTab = false,
}: MenuButtonProps<T>) => (
  <MenuTrigger>
    <Button
      excludeFromTabOrder={offTab}
      className={buttonClass(words === undefined ? { look: 'quiet', size: 'small', muted: true, bare: true, ...look } : look)}
      {...(words === undefined ? { 'aria-label': label } : {})}
    >
      {words === undefined ? (
        <ButtonFace icon={icon ?? 'more'} />
      ) : (
        <ButtonFace icon={icon} iconEnd="down">
          {words}
        </ButtonFace>
      )}
    </Button>
    <Popover placement="bottom end" offset={8}>
      <Menu className={classes(styles.menu)} aria-label={label} onAction={(key) => onAction(String(key) as T)}>
        {entries.map((entry) => (
          <MenuItem
            key={entry.id}
            id={entry.id}
            textValue={entry.label}
            isDisabled={entry.disabled ?? false}
            className={classes(styles.item, entry.danger && styles.danger)}
          >
            <strong>{entry.label}</strong>
            {entry.note === undefined ? null : <small>{entry.note}</small>}
          </MenuItem>
        ))}
      </Menu>
    </Popover>
  </MenuTrigger>
)
