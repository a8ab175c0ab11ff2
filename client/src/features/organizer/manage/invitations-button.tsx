/** What people get before the session: a list with each person's own link, and a calendar entry. */
import { useState } from 'react'
import { requestFile } from '../../../session/http.ts'
import { saveFile } from '../../../session/save-file.ts'
import { getEntryError } from '../../../text/entry-error-text.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { FormError } from '../../../ui/form-error.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { OverlayActions } from '../../../ui/popover.tsx'

const invitationFiles = { 'invitations.csv': 'home.invitationsList', 'session.ics': 'home.calendar' } as const
type InvitationFile = keyof typeof invitationFiles

export const InvitationsButton = ({ secret, session }: { secret: string; session: string }) => {
  const { t } = useText()
  const [open, show] = useState(false)
  const [downloading, setDownloading] = useState<InvitationFile | null>(null)
  const [reason, setReason] = useState<string | null>(null)
  const close = () => {
    show(false)
    setReason(null)
  }
  const download = async (name: InvitationFile) => {
    if (downloading !== null) return
    setDownloading(name)
    setReason(null)
    const result = await requestFile(`/api/sessions/${session}/${name}`, secret)
    setDownloading(null)
    if (result.ok) saveFile(result.value)
    else setReason(result.reason)
  }
  return (
    <>
      <Button look="quiet" size="inline" onClick={() => show(true)}>
        {t('home.invitations')}
      </Button>
      <ModalDialog open={open} title={t('home.invitations')} onClose={close}>
        <p>{t('home.invitationsHelp')}</p>
        {reason === null ? null : <FormError>{t(getEntryError(reason).key)}</FormError>}
        <OverlayActions>
          {(Object.keys(invitationFiles) as InvitationFile[]).map((name) => (
            <Button key={name} icon="download" disabled={downloading !== null} onClick={() => void download(name)}>
              {t(invitationFiles[name])}
            </Button>
          ))}
          <Button look="quiet" onClick={close}>
            {t('app.close')}
          </Button>
        </OverlayActions>
      </ModalDialog>
    </>
  )
}
