/** Sending invitations by mail: their number and text, the sending and its progress, and the addresses that were refused. */

import type { InvitationReport } from '@rostrum/shared/api/mail'
import { type LanguageId, languageIds } from '@rostrum/shared/kernel/wording'
import { useId, useRef, useState } from 'react'
import type { ApiRequest } from '../../../session/http.ts'
import { formatCount } from '../../../text/counts.ts'
import { formatLanguageName } from '../../../text/language-name.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { RefusalText } from '../../../ui/refusal-text.tsx'
import { Name } from '../../../ui/written.tsx'
import { getRosterRefusalText } from '../people-text.ts'
import { type InvitationState, useInvitations } from './invitation-report.ts'
import styles from './invitations.module.css'
import { RefusedList } from './refused-list.tsx'
import { ReturnedMail } from './returned-mail.tsx'

export const MailSection = ({ session, request }: { session: string; request: ApiRequest }) => {
  const { t, language } = useText()
  const [fallback, setFallback] = useState<LanguageId>(languageIds.find((one) => one === language.id) ?? 'en')
  const invitations = useInvitations(session, request, fallback)
  /** The heading that gets the focus when a press removes its row. */
  const heading = useRef<HTMLHeadingElement>(null)
  const { report, reason } = invitations
  if (report === null) return <RefusalText text={reason === null ? null : getRosterRefusalText(t, reason)} />
  if (report.from === null) return <p className={styles.quiet}>{t('people.mail.off')}</p>
  return (
    <section className={styles.section} aria-labelledby="mail-title">
      <h3 id="mail-title" ref={heading} tabIndex={-1}>
        {t('people.mail.title')}
      </h3>
      <MailStatus report={report} />
      <RefusalText text={reason === null ? null : getRosterRefusalText(t, reason)} />
      {report.mailing?.status === 'running' ? null : <MailChoice report={report} fallback={fallback} onFallback={setFallback} />}
      <MailActions report={report} invitations={invitations} />
      <RefusedList report={report} invitations={invitations} onDone={() => heading.current?.focus()} />
      <ReturnedMail sent={report.sent} invitations={invitations} />
    </section>
  )
}

/** The number of people who have an invitation, who would get one, and who cannot get one. */
const MailStatus = ({ report: { sent, recipients, withoutAddress, mailing } }: { report: InvitationReport }) => {
  const { t, language } = useText()
  const count = (n: number): string => formatCount(language.id, n)
  const problem = mailing?.problem ?? null
  return (
    <div role="status" className={styles.status}>
      {mailing?.status === 'running' ? <p>{t('people.mail.running', { sent: count(sent), waiting: count(mailing.waiting) })}</p> : null}
      {mailing?.status === 'running' ? null : <p>{t('people.mail.ready', { n: recipients.unsent, sent: count(sent) })}</p>}
      {withoutAddress > 0 ? <p className={styles.quiet}>{t('people.mail.withoutAddress', { n: withoutAddress })}</p> : null}
      {problem === null ? null : <p className={styles.problem}>{t(`people.mail.problem.${problem}`)}</p>}
    </div>
  )
}

type MailChoiceProps = { report: InvitationReport; fallback: LanguageId; onFallback: (language: LanguageId) => void }

const MailChoice = ({ report: { from, sample }, fallback, onFallback }: MailChoiceProps) => {
  const { t, language } = useText()
  const id = useId()
  const [isShown, show] = useState(false)
  return (
    <>
      <SelectField
        label={t('people.mail.language')}
        hint={t('people.mail.languageHint')}
        value={fallback}
        onChange={(chosen) => onFallback(chosen as LanguageId)}
        options={languageIds.map((tag) => ({ value: tag, label: formatLanguageName(language.id, tag) }))}
      />
      <div className={styles.sample}>
        <Button look="quiet" size="inline" expanded={isShown} aria-controls={isShown ? id : undefined} onClick={() => show(!isShown)}>
          {t('people.mail.sample')}
        </Button>
        {isShown && sample !== null ? (
          <div id={id} className={styles.letter} lang={fallback} dir={fallback === 'ar' ? 'rtl' : 'ltr'}>
            <p className={styles.quiet}>
              <Name>{from}</Name>
            </p>
            <p>
              <strong>{sample.subject}</strong>
            </p>
            <p className={styles.words}>{sample.text}</p>
          </div>
        ) : null}
      </div>
    </>
  )
}

/** The first button stays in its place, so that the focus stays too when sending begins or ends. */
const MailActions = ({
  report: { recipients, sent, mailing },
  invitations: { busy, send, stop },
}: {
  report: InvitationReport
  invitations: InvitationState
}) => {
  const { t } = useText()
  const [isAsked, ask] = useState(false)
  const isRunning = mailing?.status === 'running'
  return (
    <>
      <div className={styles.acts}>
        <Button
          look={isRunning ? 'plain' : 'primary'}
          disabled={busy || (!isRunning && recipients.unsent === 0)}
          onClick={() => void (isRunning ? stop() : send('unsent', recipients.unsent, false))}
        >
          {isRunning ? t('people.mail.stop') : t('people.mail.send', { n: recipients.unsent })}
        </Button>
        {sent > 0 && !isAsked && !isRunning ? (
          <Button look="quiet" disabled={busy} onClick={() => ask(true)}>
            {t('people.mail.again')}
          </Button>
        ) : null}
      </div>
      {isAsked && !isRunning ? (
        <fieldset className={styles.ask}>
          <legend>{t('people.mail.againAsk', { n: sent })}</legend>
          <div className={styles.acts}>
            <Button disabled={busy} onClick={() => void send('all', recipients.all, true).then((isStarted) => ask(!isStarted))}>
              {t('people.mail.againSend', { n: recipients.all })}
            </Button>
            <Button look="quiet" onClick={() => ask(false)}>
              {t('app.cancel')}
            </Button>
          </div>
        </fieldset>
      ) : null}
    </>
  )
}
