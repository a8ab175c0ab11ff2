/** A small dialog attached to its button. It uses React Aria, so nothing that a phone loads may import it. */
import type { ReactNode } from 'react'
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import type { ButtonLook } from './button.tsx'
import { ButtonFace, getButtonClass } from './button.tsx'
import { classNames } from './class-names.ts'
import styles from './overlay.module.css'
import { PageLocale } from './page-locale.ts'
import { useJustOpened } from './use-just-opened.ts'

type PopoverButtonProps = {
  text: ReactNode
  title: ReactNode
  look?: ButtonLook | undefined
  /** Without an arrow. */
  isPlain?: boolean
  /** Has two columns, so that it is whole in a low window. */
  isWide?: boolean
  onClose?: (() => void) | undefined
  children: (close: () => void) => ReactNode
}

export const PopoverButton = ({
  text,
  title,
  look = { size: 'small' },
  isPlain = false,
  isWide = false,
  onClose,
  children,
}: PopoverButtonProps) => {
  const { onOpenChange, shouldCloseOnInteractOutside } = useJustOpened((open) => {
    if (!open) onClose?.()
  })
  return (
    <PageLocale>
      <DialogTrigger onOpenChange={onOpenChange}>
        <Button className={getButtonClass(look)}>
          <ButtonFace iconEnd={isPlain ? undefined : 'down'}>{text}</ButtonFace>
        </Button>
        <Popover placement="bottom end" offset={8} shouldCloseOnInteractOutside={shouldCloseOnInteractOutside}>
          <Dialog className={classNames(styles.pop, isWide && styles.broad)}>
            {({ close }) => (
              <>
                <Heading slot="title" level={3} className={classNames(styles.title)}>
                  {title}
                </Heading>
                {children(close)}
              </>
            )}
          </Dialog>
        </Popover>
      </DialogTrigger>
    </PageLocale>
  )
}

/** The row of buttons at the bottom of a popover or dialog. */
export const OverlayActions = ({ children }: { children: ReactNode }) => <div className={styles.acts}>{children}</div>
