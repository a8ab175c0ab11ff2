/**
 * A modal dialog. It takes the focus, closes with Escape and gives the focus back.
 * It uses React Aria, so nothing that a phone loads may import it.
 */
import { type ReactNode, useLayoutEffect } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { classNames } from './class-names.ts'
import styles from './overlay.module.css'
import { PageLocale } from './page-locale.ts'
import { useJustOpened } from './use-just-opened.ts'

type ModalDialogProps = { open: boolean; title: ReactNode; onClose: () => void; children: ReactNode }

export const ModalDialog = ({ open, title, onClose, children }: ModalDialogProps) => {
  const { onOpenChange, shouldCloseOnInteractOutside } = useJustOpened()
  // The page opens it, not a button of its own.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when it opens or closes, not with each render
  useLayoutEffect(() => onOpenChange(open), [open])
  return (
    <PageLocale>
      <ModalOverlay
        isOpen={open}
        isDismissable
        shouldCloseOnInteractOutside={shouldCloseOnInteractOutside}
        onOpenChange={(next) => {
          if (!next) onClose()
        }}
        className={classNames(styles.veil)}
      >
        <Modal className={classNames(styles.modal)}>
          <Dialog className={classNames(styles.dialog)}>
            <Heading slot="title" level={2} className={classNames(styles.title)}>
              {title}
            </Heading>
            {children}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </PageLocale>
  )
}
