/** A button for an action that ends something. A dialog first shows what goes and what stays. It also shows a refusal. */

import type { ReactNode } from 'react'
import type { HttpResult } from '../../session/http.ts'
import { useSubmit } from '../../session/use-submit.ts'
import { DialogButton } from '../../ui/dialog-button.tsx'
import { DialogActions } from '../../widgets/dialog-form.tsx'
import { RequestError } from '../../widgets/request-error.tsx'

type ConfirmButtonProps<T> = {
  /** The text of the button that opens the dialog. */
  label: ReactNode
  title: string
  goes: string
  stays: string
  /** The text of the button that confirms. */
  confirmLabel: string
  look?: 'primary' | 'danger'
  action: () => Promise<HttpResult<T>>
  onDone: (value: T) => void
}

export const ConfirmButton = <T,>({ label, title, ...rest }: ConfirmButtonProps<T>) => (
  <DialogButton label={label} title={title}>
    {(close) => <Confirmation {...rest} onClose={close} />}
  </DialogButton>
)

type ConfirmationProps<T> = Omit<ConfirmButtonProps<T>, 'label' | 'title'> & { onClose: () => void }

const Confirmation = <T,>({ goes, stays, confirmLabel, look, action, onDone, onClose }: ConfirmationProps<T>) => {
  const { busy, refusal, submit } = useSubmit(action, (value) => {
    onClose()
    onDone(value)
  })
  return (
    <>
      <p>{goes}</p>
      <p>{stays}</p>
      <RequestError result={refusal} />
      <DialogActions label={confirmLabel} look={look} disabled={busy} onUse={submit} onClose={onClose} />
    </>
  )
}
