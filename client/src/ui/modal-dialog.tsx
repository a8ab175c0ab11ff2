/** A dialog over the page: focus goes in, Escape goes out, focus returns. Built on React Aria, so no part of the phone may import it. */
import type { ReactNode } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { classes } from './class-names.ts'
import styles from './overlay.module.css'

type ModalDialogProps = { open: boolean; title: ReactNode; onClose: () => void; children: ReactNode }

export const ModalDialog = ({ open, title, onClose, children }: ModalDialogProps) => (
  <ModalOverlay
    isOpen={open}
    isDismissable
    onOpenChange={(next) => {
      if (!next) onClose()
    }}
    className={classes(styles.veil)}
  >
    <Modal className={classes(styles.modal)}>
      <Dialog className={classes(styles.dialog)}>
        <Heading slot="title" level={2} className={classes(styles.title)}>
          {title}
        </Heading>
        {children}
      </Dialog>
    </Modal>
  </ModalOverlay>
)
