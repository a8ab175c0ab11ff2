/** What is sent to people before the session: a list with everybody's own link, and the entry for their calendars. */
import { useState } from 'react'
import { askFile } from '../../../session/http.ts'
import { saveFile } from '../../../session/save-file.ts'
import { doorSaying } from '../../../text/entry-error-text.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { DoorError } from '../../../ui/form-error.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { OverlayActions } from '../../../ui/popover.tsx'

const files = { 'invitations.csv': 'home.invitationsList', 'session.ics': 'home.calendar' } as const
type FileName = keyof typeof files

export const InvitationsButton = ({ secret, session }: { secret: string; session: string }) => {
  const { t } = useText()
  const [open, show] = useState(false)
  const [asked, ask] = useState<FileName | null>(null)
  const [why, setWhy] = useState<string | null>(null)
  const close = () => {
    show(false)
    setWhy(null)
  }
  const get = async (name: FileName) => {
    if (asked !== null) return
    ask(name)
    setWhy(null)
    const answer = await askFile(`/api/sessions/${session}/${name}`, secret)
    ask(null)
    if (answer.ok) saveFile(answer.value)
    else setWhy(answer.why)
  }
  return (
    <>
      <Button look="quiet" size="inline" onClick={() => show(true)}>
        {t('home.invitations')}
      </Button>
      <ModalDialog open={open} title={t('home.invitations')} onClose={close}>
        <p>{t('home.invitationsHelp')}</p>
        {why === null ? null : <DoorError>{t(doorSaying(why).words)}</DoorError>}
        <OverlayActions>
          {(Object.keys(files) as FileName[]).map((name) => (
            <Button key={name} icon="download" disabled={asked !== null} onClick={() => void get(name)}>
              {t(files[name])}
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
