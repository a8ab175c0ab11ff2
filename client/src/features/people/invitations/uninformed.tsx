/** Next to a saved plan: how many people have an invitation that says something else, and the way to tell them. */
import { useState } from 'react'
import { request } from '../../../session/http.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { InvitationsDialog } from './invitations-dialog.tsx'

type UntoldProps = { secret: string; session: string; n: number; onInformed: () => void }

export const Uninformed = ({ secret, session, n, onInformed }: UntoldProps) => {
  const { t } = useText()
  const [isOpen, open] = useState(false)
  const close = () => {
    open(false)
    onInformed()
  }
  return (
    <div role="status" className="line">
      <strong className="bad">{t('people.mail.untold', { n })}</strong>
      <Button onClick={() => open(true)}>{t('home.invitations')}</Button>
      {isOpen ? (
        <InvitationsDialog
          session={session}
          request={(operation, input) => request(operation, input, secret)}
          secret={secret}
          onClose={close}
        />
      ) : null}
    </div>
  )
}
