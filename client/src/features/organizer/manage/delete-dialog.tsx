/** Deletes a session permanently. The user types its name first, so that it does not happen by accident. */

import type { SessionSummary } from '@rostrum/shared/api/sessions'
import { useState } from 'react'
import { request } from '../../../session/http.ts'
import { useSubmit } from '../../../session/use-submit.ts'
import type { Translate } from '../../../text/messages.ts'
import { useText } from '../../../text/use-text.tsx'
import { TextField } from '../../../ui/field.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { DialogForm } from '../../../widgets/dialog-form.tsx'
import styles from '../organizer.module.css'

type DeleteDialogProps = {
  secret: string
  session: SessionSummary
  /** The rehearsal of the session, which is deleted with it. */
  rehearsal: SessionSummary | null
  onDeleted: () => void
  onClose: () => void
}

const normalizeName = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLocaleLowerCase()

export const DeleteDialog = ({ secret, session, rehearsal, onDeleted, onClose }: DeleteDialogProps) => {
  const { t } = useText()
  const { id, short, title } = session
  const [written, setWritten] = useState('')
  const submission = useSubmit(
    () => request('DELETE /api/sessions/:id', { params: { id } }, secret),
    () => {
      screenReader.say(t('home.deleted', { title }), 'delete')
      onDeleted()
    },
  )
  return (
    <ModalDialog open title={t('home.deleteAsk', { title })} onClose={onClose}>
      <DialogForm
        submission={submission}
        label={t('home.deleteIt')}
        look="danger"
        disabled={normalizeName(written) !== normalizeName(short)}
        onClose={onClose}
      >
        <p>{t('home.deleteGoes')}</p>
        <ul className={styles.goes}>
          {listDeleted(t, session, rehearsal).map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        <p>{t(session.rehearsal ? 'home.deleteRehearsalStays' : 'home.deleteStays')}</p>
        <TextField label={t('home.deleteWrite', { name: short })} value={written} onChange={setWritten} autoComplete="off" />
      </DialogForm>
    </ModalDialog>
  )
}

/** The deleted things in words, with the server's numbers. */
const listDeleted = (t: Translate, session: SessionSummary, rehearsal: SessionSummary | null): readonly string[] => {
  const { counts, phase } = session
  const record = phase === 'planned' ? null : t(session.rehearsal ? 'home.deleteRehearsalRecord' : 'home.deleteRecord')
  const people = counts.people === 0 ? null : t(session.rehearsal ? 'home.deleteSimulated' : 'home.deletePeople', { n: counts.people })
  const officers = session.rehearsal ? null : t('home.deleteOfficers', { n: counts.officers })
  const played = rehearsal === null ? null : t('home.deleteRehearsal')
  return [t('home.deletePlan'), record, people, officers, played].filter((text) => text !== null)
}
