/** A small dialog attached to its button. It uses React Aria, so nothing that a phone loads may import it. */
import type { ReactNode } from 'react'
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import type { ButtonLook } from './button.tsx'
import { ButtonFace, getButtonClass } from './button.tsx'
import { classNames } from './class-names.ts'
import styles from './overlay.module.css'

type PopoverButtonProps = {
  text: ReactNode
  title: ReactNode
  look?: ButtonLook | undefined
  onClose?: (() => void) | undefined
  children: (close: () => void) => ReactNode
}

export const PopoverButton = ({ text, title, look = { size: 'small' }, onClose, children }: PopoverButtonProps) => (
  <DialogTrigger
    onOpenChange={(open) => {
      if (!open) onClose?.()
    }}
  >
    <Button className={getButtonClass(look)}>
      <ButtonFace iconEnd="down">{text}</ButtonFace>
    </Button>
    <Popover placement="bottom end" offset={8}>
      <Dialog className={classNames(styles.pop)}>
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
)

/** The row of buttons at the bottom of a popover or dialog. */
export const OverlayActions = ({ children }: { children: ReactNode }) => <div className={styles.acts}>{children}</div>
