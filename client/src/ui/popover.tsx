/** A small dialog hanging from its button. Built on React Aria, so no part of the phone may import it. */
import type { ReactNode } from 'react'
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import type { ButtonLook } from './button.tsx'
import { ButtonFace, buttonClass } from './button.tsx'
import { classes } from './class-names.ts'
import styles from './overlay.module.css'

type PopoverButtonProps = {
  words: ReactNode
  title: ReactNode
  look?: ButtonLook | undefined
  onClose?: (() => void) | undefined
  children: (close: () => void) => ReactNode
}

export const PopoverButton = ({ words, title, look = { size: 'small' }, onClose, children }: PopoverButtonProps) => (
  <DialogTrigger
    onOpenChange={(open) => {
      if (!open) onClose?.()
    }}
  >
    <Button className={buttonClass(look)}>
      <ButtonFace iconEnd="down">{words}</ButtonFace>
    </Button>
    <Popover placement="bottom end" offset={8}>
      <Dialog className={classes(styles.pop)}>
        {({ close }) => (
          <>
            <Heading slot="title" level={3} className={classes(styles.title)}>
              {title}
            </Heading>
            {children(close)}
          </>
        )}
      </Dialog>
    </Popover>
  </DialogTrigger>
)

/** The row of buttons at the foot of a popover or dialog. */
export const OverlayActions = ({ children }: { children: ReactNode }) => <div className={styles.acts}>{children}</div>
