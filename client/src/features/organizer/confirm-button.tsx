/** A button whose press ends something: what it ends is read before it is done, and a refusal stands beside it. */
import { type ReactNode, useState } from 'react'
import type { Answer } from '../../session/http.ts'
import { doorSaying } from '../../text/entry-error-text.ts'
import { useText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { DoorError } from '../../ui/form-error.tsx'
import { ModalDialog } from '../../ui/modal-dialog.tsx'
import { OverlayActions } from '../../ui/popover.tsx'

type AskedProps<T> = {
  /** On the button that asks. */
  label: ReactNode
  title: string
  help: string
  /** On the button that does it. */
  yes: string
  look?: 'primary' | 'danger'
  act: () => Promise<Answer<T>>
  /** After the dialog has closed. */
  onDone: (value: T) => void
}

export const AskedFirst = <T,>({ label, title, help, yes, look = 'primary', act, onDone }: AskedProps<T>) => {
  const { t } = useText()
  const [asking, ask] = useState(false)
  const [busy, setBusy] = useState(false)
  const [why, refuse] = useState<string | null>(null)
  const close = () => {
    ask(false)
    refuse(null)
  }
  const go = async () => {
    if (busy) return
    setBusy(true)
    const answer = await act()
    setBusy(false)
    if (!answer.ok) return refuse(answer.why)
    close()
    onDone(answer.value)
  }
  return (
    <>
      <Button look="quiet" size="inline" onClick={() => ask(true)}>
        {label}
      </Button>
      <ModalDialog open={asking} title={title} onClose={close}>
        <p>{help}</p>
        {why === null ? null : <DoorError>{t(doorSaying(why).words)}</DoorError>}
        <OverlayActions>
          <Button look={look} disabled={busy} onClick={() => void go()}>
            {yes}
          </Button>
          <Button look="quiet" onClick={close}>
            {t('app.cancel')}
          </Button>
        </OverlayActions>
      </ModalDialog>
    </>
  )
}
