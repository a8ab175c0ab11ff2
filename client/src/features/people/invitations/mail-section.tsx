/** Sending invitations by mail: their number and text, the sending and its progress, and the addresses that were refused. */

import type { InvitationReport } from '@rostrum/shared/api/mail'
import { type InvitationScope, maxMailMessage } from '@rostrum/shared/contract/invitations'
import { type LanguageId, languageIds } from '@rostrum/shared/kernel/wording'
import { useId, useRef, useState } from 'react'
import type { ApiRequest } from '../../../session/http.ts'
import { formatCount } from '../../../text/counts.ts'
import { formatLanguageName } from '../../../text/language-name.ts'
import { joinNames } from '../../../text/name-list.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { RefusalText } from '../../../ui/refusal-text.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { Name } from '../../../ui/written.tsx'
import { getMailRefusalText } from '../people-text.ts'
import { type InvitationState, useInvitations } from './invitation-report.ts'
import styles from './invitations.module.css'
import { RefusedList } from './refused-list.tsx'
import { ReturnedMail } from './returned-mail.tsx'

export const MailSection = ({ session, request }: { session: string; request: ApiRequest }) => {
  const { t, language } = useText()
  const [fallback, setFallback] = useState<LanguageId>(languageIds.find((one) => one === language.id) ?? 'en')
  const [message, setMessage] = useState('')
  const invitations = useInvitations(session, request, fallback)
  /** The heading that gets the focus when a press removes its row. */
  const heading = useRef<HTMLHeadingElement>(null)
  const { report, reason } = invitations
  if (report === null) return <RefusalText text={reason === null ? null : getMailRefusalText(t, reason)} />
  if (report.from === null) return <p className={styles.quiet}>{t('people.mail.off')}</p>
  return (
    <section className={styles.section} aria-labelledby="mail-title">
      <h3 id="mail-title" ref={heading} tabIndex={-1}>
        {t('people.mail.title')}
      </h3>
      <MailStatus report={report} />
      <RefusalText text={reason === null ? null : getMailRefusalText(t, reason)} />
      {report.mailing?.status === 'running' ? null : (
        <>
          <MailChoice report={report} fallback={fallback} onFallback={setFallback} />
          <TextArea
            label={t('people.mail.message')}
            optional={t('app.optional')}
            hint={t('people.mail.messageHint')}
            maxLength={maxMailMessage}
            value={message}
            onChange={setMessage}
          />
        </>
      )}
      <MailActions report={report} message={message} invitations={invitations} onInformed={() => heading.current?.focus()} />
      <RefusedList report={report} invitations={invitations} onDone={() => heading.current?.focus()} />
      <ReturnedMail sent={report.sent} invitations={invitations} />
    </section>
  )
}

/** The number of people who have an invitation, who would get one, and who cannot get one. */
const MailStatus = ({ report: { sent, recipients, changedParticulars, withoutAddress, mailing } }: { report: InvitationReport }) => {
  const { t, language } = useText()
  const count = (n: number): string => formatCount(language.id, n)
  const problem = mailing?.problem ?? null
  return (
    <div role="status" className={styles.status}>
      {mailing?.status === 'running' ? <p>{t('people.mail.running', { sent: count(sent), waiting: count(mailing.waiting) })}</p> : null}
      {mailing?.status === 'running' ? null : <p>{t('people.mail.ready', { n: recipients.unsent, sent: count(sent) })}</p>}
      {recipients.changed > 0 && mailing?.status !== 'running' ? (
        <p>
          <strong className="bad">{t('people.mail.untold', { n: recipients.changed })}</strong>{' '}
          {t('people.mail.changedSince', {
            facts: joinNames(
              language,
              changedParticulars.map((fact) => t(`people.mail.fact.${fact}`)),
            ),
          })}
        </p>
      ) : null}
      {withoutAddress > 0 ? <p className={styles.quiet}>{t('people.mail.withoutAddress', { n: withoutAddress })}</p> : null}
      {problem === null ? null : <p className="bad">{t(`people.mail.problem.${problem}`)}</p>}
    </div>
  )
}

type MailChoiceProps = { report: InvitationReport; fallback: LanguageId; onFallback: (language: LanguageId) => void }

const MailChoice = ({ report: { from, sample }, fallback, onFallback }: MailChoiceProps) => {
  const { t, language, languages } = useText()
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
          <div id={id} className={styles.letter} lang={fallback} dir={languages.find(({ id }) => id === fallback)?.direction}>
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

/** `onInformed`: the button that was pressed has disappeared. */
type MailActionsProps = { report: InvitationReport; message: string; invitations: InvitationState; onInformed: () => void }

/** The message about a change comes first. The button of the invitations stays in its place, so that the focus stays when sending begins. */
const MailActions = ({ report: { recipients, sent, mailing }, message, invitations, onInformed }: MailActionsProps) => {
  const { t } = useText()
  const { busy, stop } = invitations
  const send = (scope: InvitationScope, expected: number) => invitations.send({ scope, expected, again: scope === 'all', message })
  const isRunning = mailing?.status === 'running'
  const isOutOfDate = recipients.changed > 0 && !isRunning
  return (
    <>
      <div className="wrap">
        {isOutOfDate ? (
          <Button
            look="primary"
            disabled={busy}
            onClick={() => void send('changed', recipients.changed).then((isStarted) => isStarted && onInformed())}
          >
            {t('people.mail.tell', { n: recipients.changed })}
          </Button>
        ) : null}
        <Button
          look={isRunning || isOutOfDate ? 'plain' : 'primary'}
          disabled={busy || (!isRunning && recipients.unsent === 0)}
          onClick={() => void (isRunning ? stop() : send('unsent', recipients.unsent))}
        >
          {isRunning ? t('people.mail.stop') : t('people.mail.send', { n: recipients.unsent })}
        </Button>
      </div>
      {sent > 0 && !isRunning ? <MoreMail sent={sent} all={recipients.all} busy={busy} onSend={send} /> : null}
    </>
  )
}

type MoreMailProps = { sent: number; all: number; busy: boolean; onSend: (scope: InvitationScope, expected: number) => Promise<boolean> }

/** A reminder, or the same once more. Both ask first, because people already have an invitation. */
const MoreMail = ({ sent, all, busy, onSend }: MoreMailProps) => {
  const { t } = useText()
  const [asked, ask] = useState<'all' | 'invited' | null>(null)
  const act = asked === 'all' ? t('people.mail.againSend', { n: all }) : t('people.mail.remindSend', { n: sent })
  return asked === null ? (
    <div className="wrap">
      <Button look="quiet" disabled={busy} onClick={() => ask('invited')}>
        {t('people.mail.remind')}
      </Button>
      <Button look="quiet" disabled={busy} onClick={() => ask('all')}>
        {t('people.mail.again')}
      </Button>
    </div>
  ) : (
    <fieldset className={styles.ask}>
      <legend>{t(asked === 'all' ? 'people.mail.againAsk' : 'people.mail.remindAsk', { n: sent })}</legend>
      <div className="wrap">
        <Button
          disabled={busy}
          onClick={() => void onSend(asked, asked === 'all' ? all : sent).then((isStarted) => isStarted && ask(null))}
        >
          {act}
        </Button>
        <Button look="quiet" onClick={() => ask(null)}>
          {t('app.cancel')}
        </Button>
      </div>
    </fieldset>
  )
}
