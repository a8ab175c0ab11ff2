/** Deletes a session permanently. The user types its name first, so that it does not happen by accident. */
import { type FormEvent, useState } from 'react'
import { deleteSession, type SessionSummary } from '../../../session/organizer-api.ts'
import { getEntryError } from '../../../text/entry-error-text.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'
import { FormError } from '../../../ui/form-error.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { OverlayActions } from '../../../ui/popover.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import styles from '../organizer.module.css'

type DeleteDialogProps = { secret: string; session: SessionSummary; onDeleted: () => void; onClose: () => void }

const normalizeName = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLocaleLowerCase()

export const DeleteDialog = ({ secret, session: { id, short, title, counts }, onDeleted, onClose }: DeleteDialogProps) => {
  const { t } = useText()
  const [written, setWritten] = useState('')
  const [busy, setBusy] = useState(false)
  const [reason, setReason] = useState<string | null>(null)
  const nameMatches = normalizeName(written) === normalizeName(short)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy || !nameMatches) return
    setBusy(true)
    const result = await deleteSession(secret, id)
    setBusy(false)
    if (!result.ok) return setReason(result.reason)
    screenReader.say(t('home.deleted', { title }), 'delete')
    onDeleted()
  }
  return (
    <ModalDialog open title={t('home.deleteAsk', { title })} onClose={onClose}>
      <form className={styles.planning} onSubmit={(event) => void submit(event)} noValidate>
        <p>{t('home.deleteHelp', { n: counts.people })}</p>
        <TextField label={t('home.deleteWrite', { name: short })} value={written} onChange={setWritten} autoComplete="off" />
        {reason === null ? null : <FormError>{t(getEntryError(reason).key)}</FormError>}
        <OverlayActions>
          <Button look="danger" type="submit" disabled={busy || !nameMatches}>
            {t(busy ? 'app.sending' : 'home.deleteIt')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('app.cancel')}
          </Button>
        </OverlayActions>
      </form>
    </ModalDialog>
  )
}
