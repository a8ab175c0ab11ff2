/** Records an address from a message about returned mail. Such messages go to the mailbox of the sender. */
import type { FailureReason } from '@rostrum/shared/api/reasons'
import { type FormEvent, useId, useState } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { useErrorFocus } from '../../../ui/use-focus.ts'
import { getMailRefusalText } from '../people-text.ts'
import type { InvitationState } from './invitation-report.ts'
import styles from './invitations.module.css'

type ReturnedMailProps = { sent: number; invitations: InvitationState }

export const ReturnedMail = ({ sent, invitations: { busy, noteReturned } }: ReturnedMailProps) => {
  const { t } = useText()
  const id = useId()
  const [isOpen, open] = useState(false)
  const [email, setEmail] = useState('')
  const [refusal, setRefusal] = useState<{ readonly reason: FailureReason } | null>(null)
  const form = useErrorFocus(refusal)
  // The form stays while it is open, even after the last invitation was recorded.
  if (sent === 0 && !isOpen) return null
  const note = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const address = email.trim()
    const reason = await noteReturned(address, true)
    setRefusal(reason === null ? null : { reason })
    if (reason !== null) return
    setEmail('')
    screenReader.say(t('people.mail.noted', { address }), 'people')
  }
  return (
    <div className={styles.sample}>
      <Button look="quiet" size="inline" expanded={isOpen} aria-controls={isOpen ? id : undefined} onClick={() => open(!isOpen)}>
        {t('people.mail.cameBack')}
      </Button>
      {isOpen ? (
        <form id={id} ref={form} className={styles.ask} onSubmit={(event) => void note(event)} noValidate>
          <TextField
            type="email"
            label={t('people.mail.cameBackAddress')}
            hint={t('people.mail.cameBackHelp')}
            error={refusal === null ? undefined : getMailRefusalText(t, refusal.reason)}
            value={email}
            onChange={(written) => {
              setRefusal(null)
              setEmail(written)
            }}
            maxLength={254}
            autoComplete="off"
            dir="ltr"
          />
          <div className="wrap">
            <Button type="submit" disabled={busy}>
              {t('people.mail.cameBackNote')}
            </Button>
          </div>
        </form>
      ) : null}
    </div>
  )
}
