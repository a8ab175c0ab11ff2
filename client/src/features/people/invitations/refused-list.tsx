/** The invitations that did not arrive, one by one. The address can be corrected, and the mail sent again to that person alone. */

import type { InvitationReport } from '@rostrum/shared/api/mail'
import type { FailureReason } from '@rostrum/shared/api/reasons'
import type { UndeliveredStatus } from '@rostrum/shared/contract/invitations'
import { type FormEvent, useState } from 'react'
import type { Translate } from '../../../text/messages.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'
import { FramedList } from '../../../ui/framed-list.tsx'
import { RefusalText } from '../../../ui/refusal-text.tsx'
import { useErrorFocus } from '../../../ui/use-focus.ts'
import { Name } from '../../../ui/written.tsx'
import { getMailRefusalText } from '../people-text.ts'
import { formatPersonName } from '../person-name.ts'
import type { InvitationState, RefusedInvitation } from './invitation-report.ts'
import styles from './invitations.module.css'

/** The number of rows that a person can work through at once. */
const maxRefused = 50

/** `onDone`: called before a row disappears. */
type RefusedListProps = { report: InvitationReport; invitations: InvitationState; onDone: () => void }

export const RefusedList = ({ report: { refused, refusedCount }, invitations, onDone }: RefusedListProps) => {
  const { t } = useText()
  if (refusedCount === 0) return null
  return (
    <section aria-labelledby="refused-title" className={styles.section}>
      <h4 id="refused-title">{t('people.mail.refusedTitle', { n: refusedCount })}</h4>
      <FramedList>
        {refused.slice(0, maxRefused).map((one) => (
          <RefusedRow key={one.person} one={one} invitations={invitations} onDone={onDone} />
        ))}
      </FramedList>
      {refusedCount > maxRefused ? <p className={styles.quiet}>{t('people.import.moreFaults', { n: refusedCount - maxRefused })}</p> : null}
    </section>
  )
}

type RefusedRowProps = { one: RefusedInvitation; invitations: InvitationState; onDone: () => void }

const RefusedRow = ({ one, invitations: { busy, sendTo, noteReturned }, onDone }: RefusedRowProps) => {
  const { t } = useText()
  const [isOpen, open] = useState(false)
  const [email, setEmail] = useState(one.email ?? '')
  const [refusal, setRefusal] = useState<{ readonly reason: FailureReason } | null>(null)
  const form = useErrorFocus(refusal)
  const who = formatPersonName(t, one)
  const finish = (reason: FailureReason | null) => {
    setRefusal(reason === null ? null : { reason })
    if (reason === null) onDone()
  }
  const refusalText = refusal === null ? null : getMailRefusalText(t, refusal.reason)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const written = email.trim()
    finish(await sendTo(one.person, written === one.email ? null : written))
  }
  return (
    <li className="rows">
      <p>
        <strong>
          <Name>{who}</Name>
        </strong>{' '}
        <Name>{one.email}</Name> <RefusedText one={one} />
      </p>
      <div className="wrap">
        <Button size="small" expanded={isOpen} aria-label={t('people.mail.resendFor', { who })} onClick={() => open(!isOpen)}>
          {t('people.mail.resend')}
        </Button>
        {one.status === 'returned' ? (
          <Button
            look="quiet"
            size="small"
            aria-label={t('people.mail.arrivedFor', { who })}
            disabled={busy}
            onClick={() => void noteReturned(one.email ?? '', false).then(finish)}
          >
            {t('people.mail.arrived')}
          </Button>
        ) : null}
      </div>
      {isOpen ? null : <RefusalText text={refusalText} />}
      {isOpen ? (
        <form ref={form} className={styles.ask} onSubmit={(event) => void send(event)} noValidate>
          <TextField
            type="email"
            label={t('people.email')}
            error={refusalText ?? undefined}
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
              {t('people.mail.resendNow')}
            </Button>
          </div>
        </form>
      ) : null}
    </li>
  )
}

/** `code`: null if no mail could be made of the data. */
const refusedTexts: Readonly<Record<UndeliveredStatus, (t: Translate, code: number | null) => string>> = {
  refused: (t, code) => (code === null ? t('people.mail.unusable') : t('people.mail.refused', { code })),
  failed: (t, code) => (code === null ? t('people.mail.unusable') : t('people.mail.failed', { code })),
  returned: (t) => t('people.mail.returned'),
}

const RefusedText = ({ one: { status, code } }: { one: RefusedInvitation }) => {
  const { t } = useText()
  return <span className={styles.quiet}>{refusedTexts[status](t, code)}</span>
}
