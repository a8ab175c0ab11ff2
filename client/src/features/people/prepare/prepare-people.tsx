/**
 * The organizer's work on the people of a session: importing, inviting and correcting them. It needs only the organizer secret, not a connection to the
 * session.
 */
import { useCallback, useState } from 'react'
import type { ApiRequest } from '../../../session/http.ts'
import { request } from '../../../session/http.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { ImportDialog } from '../import/import-dialog.tsx'
import { InvitationsDialog } from '../invitations/invitations-dialog.tsx'
import { PeopleList } from './people-list.tsx'

type PreparePeopleProps = { secret: string; session: string; onChanged: () => void }

export const PreparePeople = ({ secret, session, onChanged }: PreparePeopleProps) => {
  const { t } = useText()
  const [opened, open] = useState<'people' | 'import' | 'invitations' | null>(null)
  const send: ApiRequest = useCallback((operation, input) => request(operation, input, secret), [secret])
  const close = () => open(null)
  return (
    <>
      <Button look="quiet" size="inline" onClick={() => open('people')}>
        {t('people.title')}
      </Button>
      <Button look="quiet" size="inline" onClick={() => open('import')}>
        {t('people.import')}
      </Button>
      <Button look="quiet" size="inline" onClick={() => open('invitations')}>
        {t('home.invitations')}
      </Button>
      {opened === 'people' ? <PeopleList session={session} request={send} onClose={close} onChanged={onChanged} /> : null}
      {opened === 'import' ? <ImportDialog session={session} request={send} onClose={close} onImported={onChanged} /> : null}
      {opened === 'invitations' ? <InvitationsDialog session={session} request={send} secret={secret} onClose={close} /> : null}
    </>
  )
}
