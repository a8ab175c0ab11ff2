/** A button that opens a dialog. The content of the dialog is created again each time that it opens. */
import { type ReactNode, useState } from 'react'
import { Button } from './button.tsx'
import { ModalDialog } from './modal-dialog.tsx'

type DialogButtonProps = {
  label: ReactNode
  title: string
  /** The name of the button, if its label alone is not clear enough. */
  'aria-label'?: string | undefined
  children: (close: () => void) => ReactNode
}

export const DialogButton = ({ label, title, children, 'aria-label': name }: DialogButtonProps) => {
  const [opened, open] = useState(false)
  const close = () => open(false)
  return (
    <>
      <Button look="quiet" size="inline" aria-label={name} onClick={() => open(true)}>
        {label}
      </Button>
      <ModalDialog open={opened} title={title} onClose={close}>
        {children(close)}
      </ModalDialog>
    </>
  )
}
