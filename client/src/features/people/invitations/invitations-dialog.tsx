/** Everything that people get before the session: a mail each, a list for a mail merge, a calendar entry, printed sheets. */
import type { FailureReason } from '@rostrum/shared/api/reasons'
import { listKeys } from '@rostrum/shared/kernel/fields'
import { useState } from 'react'
import type { ApiRequest } from '../../../session/http.ts'
import { requestFile } from '../../../session/request-file.ts'
import { saveFile } from '../../../session/save-file.ts'
import { getFailureText } from '../../../text/failure-text.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { FormError } from '../../../ui/form-error.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { OverlayActions } from '../../../ui/popover.tsx'
import { PrintPeople } from '../print/print-people.tsx'
import styles from './invitations.module.css'
import { MailSection } from './mail-section.tsx'

const invitationFiles = { 'invitations.csv': 'home.invitationsList', 'session.ics': 'home.calendar' } as const
type InvitationFile = keyof typeof invitationFiles

/** Without the secret of an organizer no files are offered. */
type InvitationsDialogProps = { session: string; request: ApiRequest; secret?: string | undefined; onClose: () => void }

export const InvitationsDialog = ({ session, request, secret, onClose }: InvitationsDialogProps) => {
  const { t } = useText()
  return (
    <ModalDialog open title={t('home.invitations')} onClose={onClose}>
      <MailSection session={session} request={request} />
      {secret === undefined ? null : <InvitationFiles session={session} secret={secret} />}
      <PrintPeople session={session} request={request} />
      <OverlayActions>
        <Button look="quiet" onClick={onClose}>
          {t('app.close')}
        </Button>
      </OverlayActions>
    </ModalDialog>
  )
}

const InvitationFiles = ({ session, secret }: { session: string; secret: string }) => {
  const { t } = useText()
  const [downloading, setDownloading] = useState<InvitationFile | null>(null)
  const [reason, setReason] = useState<FailureReason | null>(null)
  const save = async (name: InvitationFile) => {
    if (downloading !== null) return
    setDownloading(name)
    setReason(null)
    const result = await requestFile(`GET /api/sessions/:id/${name}`, { params: { id: session }, query: {} }, secret)
    setDownloading(null)
    if (result.ok) saveFile(result.value)
    else setReason(result.reason)
  }
  return (
    <section className={styles.section} aria-labelledby="files-title">
      <h3 id="files-title">{t('people.mail.files')}</h3>
      <p className={styles.quiet}>{t('home.invitationsHelp')}</p>
      {reason === null ? null : <FormError>{getFailureText(t, reason)}</FormError>}
      <div className="wrap">
        {listKeys(invitationFiles).map((name) => (
          <Button key={name} icon="download" disabled={downloading !== null} onClick={() => void save(name)}>
            {t(invitationFiles[name])}
          </Button>
        ))}
      </div>
    </section>
  )
}
