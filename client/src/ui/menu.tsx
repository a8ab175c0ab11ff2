/** A menu behind a button. It uses React Aria, so nothing that a phone loads may import it. */
import type { ReactNode } from 'react'
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components'
import type { ButtonLook } from './button.tsx'
import { ButtonFace, getButtonClass } from './button.tsx'
import { classNames } from './class-names.ts'
import type { IconName } from './icon-paths.ts'
import styles from './overlay.module.css'
import { PageLocale } from './page-locale.ts'
import { usePlace } from './place.tsx'
import { useJustOpened } from './use-just-opened.ts'
import { Name } from './written.tsx'

export type MenuOption<T extends string> = {
  id: T
  label: string
  note?: ReactNode
  disabled?: boolean | undefined
  danger?: boolean | undefined
  /** The title of the part of the menu that it belongs to. If options have one, the parts are side by side. */
  section?: string | undefined
}

type MenuFrameProps = {
  /** The text of the button. Without it the button shows three dots, and `label` is its name. */
  text?: ReactNode
  label: string
  icon?: IconName | undefined
  look?: ButtonLook | undefined
  /** The button is reached from the row that contains it, not with the tab key. */
  offTab?: boolean | undefined
  /** Opens at the side of the button, where a long menu has the height of the window. */
  isBeside?: boolean | undefined
  /** Everything that decides what the menu acts on, and where its button is. */
  means?: string | undefined
}

/** `children`: the `MenuOptions`. They are rendered only while the menu is open. */
export const MenuFrame = ({
  text,
  label,
  icon,
  look = { size: 'small' },
  offTab = false,
  isBeside = false,
  means = label,
  children,
}: MenuFrameProps & { children: ReactNode }) => {
  const { onOpenChange, shouldCloseOnInteractOutside } = useJustOpened()
  return (
    <PageLocale>
      <MenuTrigger onOpenChange={onOpenChange}>
        <Button
          {...usePlace(means).marks}
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
        <Popover placement={isBeside ? 'start top' : 'bottom end'} offset={8} shouldCloseOnInteractOutside={shouldCloseOnInteractOutside}>
          {children}
        </Popover>
      </MenuTrigger>
    </PageLocale>
  )
}

type MenuOptionsProps<T extends string> = {
  label: string
  /** The first line: the name of the person or thing that the menu acts on. */
  title?: string | undefined
  options: readonly MenuOption<T>[]
  onAction: (id: T) => void
}

export const MenuOptions = <T extends string>({ label, title, options, onAction }: MenuOptionsProps<T>) => {
  const { marks } = usePlace(options.map((option) => option.label).join('\n'))
  const sections = [...new Set(options.map(({ section }) => section))].filter((section) => section !== undefined)
  const draw = (option: MenuOption<T>) => drawOption(option, marks)
  const first = options.filter(({ section }) => section === undefined).map(draw)
  return (
    <Menu
      className={classNames(styles.menu, sections.length > 0 && styles.sections, sections.length === 2 && styles.pair)}
      aria-label={label}
      onAction={(key) => onAction(String(key) as T)}
    >
      {title === undefined ? (
        first
      ) : (
        <MenuSection id="first" className={classNames(styles.first)}>
          <Header className={classNames(styles.whom)}>
            <Name>{title}</Name>
          </Header>
          {first}
        </MenuSection>
      )}
      {sections.map((part) => (
        <MenuSection key={part} id={part} className={classNames(styles.section)}>
          <Header className={classNames(styles.sectionTitle)}>{part}</Header>
          {options.filter(({ section }) => section === part).map(draw)}
        </MenuSection>
      ))}
    </Menu>
  )
}

const drawOption = <T extends string>(option: MenuOption<T>, marks: ReturnType<typeof usePlace>['marks']) => (
  <MenuItem
    key={option.id}
    id={option.id}
    {...marks}
    textValue={option.label}
    isDisabled={option.disabled ?? false}
    className={classNames(styles.item, option.danger && styles.danger)}
  >
    <strong>{option.label}</strong>
    {option.note === undefined ? null : <small>{option.note}</small>}
  </MenuItem>
)

export const MenuButton = <T extends string>({ options, onAction, ...frame }: MenuFrameProps & MenuOptionsProps<T>) => (
  <MenuFrame {...frame}>
    <MenuOptions label={frame.label} options={options} onAction={onAction} />
  </MenuFrame>
)
