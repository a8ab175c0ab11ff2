/** What is rare: a session is copied, kept as a file, set aside, or deleted. */
import { meets } from '@rostrum/shared/contract/enums'
import { useState } from 'react'
import { askFile } from '../../../session/http.ts'
import { type Summary, shelve } from '../../../session/organizer-api.ts'
import { saveFile } from '../../../session/save-file.ts'
import { doorSaying } from '../../../text/entry-error-text.ts'
import { useText } from '../../../text/use-text.tsx'
import { DoorError } from '../../../ui/form-error.tsx'
import { MenuButton } from '../../../ui/menu.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { announcements } from '../../../ui/screen-reader.ts'
import { CopySession } from '../create/copy-session.tsx'
import { DeleteDialog } from './delete-dialog.tsx'

type ActsProps = { secret: string; session: Summary; onChanged: () => void; onMade: (id: string) => void }

export const SessionActs = ({ secret, session, onChanged, onMade }: ActsProps) => {
  const { t } = useText()
  const [opened, open] = useState<'copy' | 'delete' | null>(null)
  const [why, refuse] = useState<string | null>(null)
  const { id, title, phase, rehearsal, archived } = session
  const close = () => open(null)
  const setAside = async () => {
    const answer = await shelve(secret, id, !archived)
    if (!answer.ok) return refuse(answer.why)
    announcements.say(t(archived ? 'home.broughtBack' : 'home.setAside', { title }), 'archive')
    onChanged()
  }
  const keep = async () => {
    const answer = await askFile(`/api/sessions/${id}/plan.yaml`, secret)
    if (answer.ok) saveFile(answer.value)
    else refuse(answer.why)
  }
  const act = (chosen: 'copy' | 'keep' | 'archive' | 'delete') => {
    refuse(null)
    if (chosen === 'archive') void setAside()
    else if (chosen === 'keep') void keep()
    else open(chosen)
  }
  return (
    <>
      <MenuButton
        label={t('app.moreFor', { who: title })}
        onAction={act}
        entries={[
          ...(rehearsal
            ? []
            : ([
                { id: 'copy', label: t('home.copyThis'), note: t('home.copyNote') },
                { id: 'keep', label: t('home.keep'), note: t('home.keepNote') },
                { id: 'archive', label: t(archived ? 'home.bringBack' : 'home.archive') },
              ] as const)),
          {
            id: 'delete',
            label: t('home.delete'),
            note: t(meets(phase) ? 'home.error.running' : 'home.deleteNote'),
            disabled: meets(phase),
            danger: true,
          },
        ]}
      />
      {why === null ? null : <DoorError>{t(doorSaying(why).words)}</DoorError>}
      <ModalDialog open={opened === 'copy'} title={t('home.copyThis')} onClose={close}>
        <CopySession
          secret={secret}
          sessions={[session]}
          of={session}
          onMade={(made) => {
            close()
            onMade(made)
          }}
          onClose={close}
        />
      </ModalDialog>
      {opened === 'delete' ? (
        <DeleteDialog
          secret={secret}
          session={session}
          onClose={close}
          onDeleted={() => {
            close()
            onChanged()
          }}
        />
      ) : null}
    </>
  )
}
