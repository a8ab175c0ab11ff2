/** The states of a statement that was sent: pending, filed, or in conflict. */
import type { MyStatement } from '@rostrum/shared/projection/statements'
import type { ReactNode } from 'react'
import { useCancelPending, useView } from '../../../session/hooks.tsx'
import type { PendingCommand } from '../../../session/outbox.ts'
import { formatTime } from '../../../text/times.ts'
import { useAskedText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Written } from '../../../ui/written.tsx'
import styles from './statement.module.css'
import type { StatementEditor } from './use-statement.ts'

type FiledStatement = NonNullable<MyStatement['filed']>

export const FiledText = ({
  filed: { text, words, at, entered },
  open,
  writing,
}: {
  filed: FiledStatement
  open: boolean
  writing: StatementEditor
}) => {
  const { t } = useAskedText()
  const zone = useView(({ session }) => session.timeZone)
  return (
    <>
      <h2 className={styles.big}>{t('statements.title')}</h2>
      <p>
        <Chip tone="good" icon="check">
          {t(entered ? 'statements.entered' : 'statements.filedAt', { time: formatTime(at, zone) })}
        </Chip>
      </p>
      <StatementText>{text}</StatementText>
      <p className={styles.words}>{t('statements.stands', { n: words })}</p>
      <div className="pair">
        {open ? <Button onClick={writing.begin}>{t('statements.edit')}</Button> : null}
        <Button look="danger" disabled={writing.withdrawing} onClick={writing.withdraw}>
          {t('statements.withdraw')}
        </Button>
      </div>
    </>
  )
}

export const SendingStatement = ({ pendingCommand }: { pendingCommand: PendingCommand }) => {
  const { t } = useAskedText()
  const cancel = useCancelPending()
  if (pendingCommand.envelope.type !== 'statements.submit') return null
  const isWaiting = pendingCommand.status === 'waiting'
  return (
    <>
      <p>
        <Chip tone={isWaiting ? 'warn' : 'accent'} icon="clock">
          {t(isWaiting ? 'app.waiting' : 'app.sending')}
        </Chip>
      </p>
      {isWaiting ? <p className={styles.words}>{t('statements.saved')}</p> : null}
      <StatementText>{pendingCommand.envelope.data.text}</StatementText>
      {isWaiting ? (
        <Button block onClick={() => cancel(pendingCommand)}>
          {t('statements.goOn')}
        </Button>
      ) : null}
    </>
  )
}

/** Another of my devices was first. Both texts are shown, and I choose one. */
export const ConflictingStatements = ({ filed, writing }: { filed: FiledStatement; writing: StatementEditor }) => {
  const { t } = useAskedText()
  const zone = useView(({ session }) => session.timeZone)
  return (
    <>
      <p className={styles.hint}>{t('statements.other', { time: formatTime(filed.at, zone) })}</p>
      <h3 className="eyebrow">{t('statements.theFiled')}</h3>
      <StatementText>{filed.text}</StatementText>
      <h3 className="eyebrow">{t('statements.theOwn')}</h3>
      <StatementText>{writing.draft?.text ?? ''}</StatementText>
      <div className="pair">
        <Button onClick={writing.discard}>{t('statements.keepFiled')}</Button>
        <Button onClick={writing.replace}>{t('statements.replace')}</Button>
      </div>
    </>
  )
}

const StatementText = ({ children }: { children: ReactNode }) => <Written className={styles.text}>{children}</Written>
