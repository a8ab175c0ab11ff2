/** What the organizer does about the people of a session: import and invite them. It needs the organizer secret alone, not the session. */
import { useState } from 'react'
import { request, requestFile } from '../../../session/http.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { ImportDialog } from '../import/import-dialog.tsx'
import { InvitationsDialog } from '../invitations/invitations-dialog.tsx'
import type { RosterRequest } from '../roster-types.ts'

type PreparePeopleProps = { secret: string; session: string; onChanged: () => void }

export const PreparePeople = ({ secret, session, onChanged }: PreparePeopleProps) => {
  const { t } = useText()
  const [opened, open] = useState<'import' | 'invitations' | null>(null)
  const send: RosterRequest = (path, method = 'GET', body) => request(method, path, body, secret)
  const close = () => open(null)
  return (
    <>
      <Button look="quiet" size="inline" onClick={() => open('import')}>
        {t('people.import')}
      </Button>
      <Button look="quiet" size="inline" onClick={() => open('invitations')}>
        {t('home.invitations')}
      </Button>
      {opened === 'import' ? <ImportDialog session={session} request={send} onClose={close} onImported={onChanged} /> : null}
      {opened === 'invitations' ? (
        <InvitationsDialog session={session} request={send} download={(path) => requestFile(path, secret)} onClose={close} />
      ) : null}
    </>
  )
}
