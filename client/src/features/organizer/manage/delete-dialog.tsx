/** A session is deleted for good. Nobody does that by a slip of the finger: its name is written first. */
import { type FormEvent, useState } from 'react'
import { deleteSession, type Summary } from '../../../session/organizer-api.ts'
import { doorSaying } from '../../../text/entry-error-text.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'
import { DoorError } from '../../../ui/form-error.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { OverlayActions } from '../../../ui/popover.tsx'
import { announcements } from '../../../ui/screen-reader.ts'
import styles from '../organizer.module.css'

type DeleteProps = { secret: string; session: Summary; onDeleted: () => void; onClose: () => void }

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLocaleLowerCase()

export const DeleteDialog = ({ secret, session: { id, short, title, counts }, onDeleted, onClose }: DeleteProps) => {
  const { t } = useText()
  const [written, write] = useState('')
  const [busy, setBusy] = useState(false)
  const [why, refuse] = useState<string | null>(null)
  const meant = plain(written) === plain(short)
  const go = async (event: FormEvent) => {
    event.preventDefault()
    if (busy || !meant) return
    setBusy(true)
    const answer = await deleteSession(secret, id)
    setBusy(false)
    if (!answer.ok) return refuse(answer.why)
    announcements.say(t('home.deleted', { title }), 'delete')
    onDeleted()
  }
  return (
    <ModalDialog open title={t('home.deleteAsk', { title })} onClose={onClose}>
      <form className={styles.planning} onSubmit={(event) => void go(event)} noValidate>
        <p>{t('home.deleteHelp', { n: counts.people })}</p>
        <TextField label={t('home.deleteWrite', { name: short })} value={written} onChange={write} autoComplete="off" />
        {why === null ? null : <DoorError>{t(doorSaying(why).words)}</DoorError>}
        <OverlayActions>
          <Button look="danger" type="submit" disabled={busy || !meant}>
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
