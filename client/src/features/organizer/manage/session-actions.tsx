/** Rare actions on a session: copy it, save it as a file, archive it, or delete it. */

import type { SessionSummary } from '@rostrum/shared/api/sessions'
import { isInSession } from '@rostrum/shared/contract/enums'
import { useState } from 'react'
import { type HttpResult, request } from '../../../session/http.ts'
import { requestFile } from '../../../session/request-file.ts'
import { saveFile } from '../../../session/save-file.ts'
import { useText } from '../../../text/use-text.tsx'
import { MenuButton } from '../../../ui/menu.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { RequestError } from '../../../widgets/request-error.tsx'
import { CopySession } from '../create/copy-session.tsx'
import { findRehearsal } from '../model/origin.ts'
import { DeleteDialog } from './delete-dialog.tsx'

type SessionActionsProps = {
  secret: string
  session: SessionSummary
  /** All sessions. A deletion names the rehearsal that goes with this one, and a copy gets a title that is free. */
  sessions: readonly SessionSummary[]
  onChanged: () => void
  onCreated: (id: string) => void
}

export const SessionActions = ({ secret, session, sessions, onChanged, onCreated }: SessionActionsProps) => {
  const { t } = useText()
  const [opened, open] = useState<'copy' | 'delete' | null>(null)
  const [refused, setRefused] = useState<HttpResult<unknown> | null>(null)
  const { id, title, phase, rehearsal, archived } = session
  const close = () => open(null)
  const toggleArchived = async () => {
    const result = await request('PUT /api/sessions/:id/archived', { params: { id }, body: { archived: !archived } }, secret)
    if (!result.ok) return setRefused(result)
    screenReader.say(t(archived ? 'home.broughtBack' : 'home.setAside', { title }), 'archive')
    onChanged()
  }
  const downloadPlan = async () => {
    const result = await requestFile('GET /api/sessions/:id/plan.yaml', { params: { id } }, secret)
    if (result.ok) saveFile(result.value)
    else setRefused(result)
  }
  const act = (chosen: 'copy' | 'keep' | 'archive' | 'delete') => {
    setRefused(null)
    if (chosen === 'archive') void toggleArchived()
    else if (chosen === 'keep') void downloadPlan()
    else open(chosen)
  }
  return (
    <>
      <MenuButton
        label={t('app.moreFor', { who: title })}
        onAction={act}
        options={[
          ...(rehearsal
            ? []
            : ([
                { id: 'copy', label: t('home.copyThis'), note: t('home.copyNote') },
                { id: 'keep', label: t('home.keep'), note: t('home.keepNote') },
                {
                  id: 'archive',
                  label: t(archived ? 'home.bringBack' : 'home.archive'),
                  note: archived ? undefined : t('home.archiveNote'),
                },
              ] as const)),
          {
            id: 'delete',
            label: t('home.delete'),
            note: t(isInSession(phase) ? 'home.error.running' : rehearsal ? 'home.deleteRehearsalNote' : 'home.deleteNote'),
            disabled: isInSession(phase),
            danger: true,
          },
        ]}
      />
      <RequestError result={refused} />
      <ModalDialog open={opened === 'copy'} title={t('home.copyThis')} onClose={close}>
        <CopySession
          secret={secret}
          sessions={sessions}
          of={session}
          onMade={(made) => {
            close()
            onCreated(made)
          }}
          onClose={close}
        />
      </ModalDialog>
      {opened === 'delete' ? (
        <DeleteDialog
          secret={secret}
          session={session}
          rehearsal={findRehearsal(session, sessions)}
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
