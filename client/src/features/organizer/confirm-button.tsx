/** A button for an action that ends something. A dialog says what goes and what stays before it happens. A refusal is shown in it. */
import { type ReactNode, useState } from 'react'
import type { HttpResult } from '../../session/http.ts'
import { getEntryError } from '../../text/entry-error-text.ts'
import { useText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { ModalDialog } from '../../ui/modal-dialog.tsx'
import { OverlayActions } from '../../ui/popover.tsx'

type ConfirmButtonProps<T> = {
  /** On the button that opens the dialog. */
  label: ReactNode
  title: string
  goes: string
  stays: string
  /** On the button that confirms. */
  confirmLabel: string
  look?: 'primary' | 'danger'
  action: () => Promise<HttpResult<T>>
  onDone: (value: T) => void
}

export const ConfirmButton = <T,>({ label, title, goes, stays, confirmLabel, look = 'primary', action, onDone }: ConfirmButtonProps<T>) => {
  const { t } = useText()
  const [confirming, setConfirming] = useState(false)
  const [busy, setBusy] = useState(false)
  const [reason, setReason] = useState<string | null>(null)
  const close = () => {
    setConfirming(false)
    setReason(null)
  }
  const submit = async () => {
    if (busy) return
    setBusy(true)
    const result = await action()
    setBusy(false)
    if (!result.ok) return setReason(result.reason)
    close()
    onDone(result.value)
  }
  return (
    <>
      <Button look="quiet" size="inline" onClick={() => setConfirming(true)}>
        {label}
      </Button>
      <ModalDialog open={confirming} title={title} onClose={close}>
        <p>{goes}</p>
        <p>{stays}</p>
        {reason === null ? null : <FormError>{t(getEntryError(reason).key)}</FormError>}
        <OverlayActions>
          <Button look={look} disabled={busy} onClick={() => void submit()}>
            {confirmLabel}
          </Button>
          <Button look="quiet" onClick={close}>
            {t('app.cancel')}
          </Button>
        </OverlayActions>
      </ModalDialog>
    </>
  )
}
