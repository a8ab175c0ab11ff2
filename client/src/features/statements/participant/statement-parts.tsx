/** What is shown of a statement that has been sent: on its way, filed, or filed twice. */
import type { MyStatement } from '@rostrum/shared/projection/statements'
import type { ReactNode } from 'react'
import { useCancel, useView } from '../../../session/hooks.tsx'
import type { Pending } from '../../../session/outbox.ts'
import { timeOfDay } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import styles from './statement.module.css'
import type { Writing } from './use-statement.ts'

type Filed = NonNullable<MyStatement['filed']>

export const FiledText = ({ filed: { text, words, at }, open, writing }: { filed: Filed; open: boolean; writing: Writing }) => {
  const { t } = useText()
  const zone = useView(({ session }) => session.timeZone)
  return (
    <>
      <h2 className={styles.big}>{t('statements.title')}</h2>
      <p>
        <Chip tone="good" icon="check">
          {t('statements.filedAt', { time: timeOfDay(at, zone) })}
        </Chip>
      </p>
      <Text>{text}</Text>
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

export const Sending = ({ filing }: { filing: Pending }) => {
  const { t } = useText()
  const cancel = useCancel()
  if (filing.envelope.type !== 'statements.file') return null
  const waits = filing.standing === 'waiting'
  return (
    <>
      <p>
        <Chip tone={waits ? 'warn' : 'accent'} icon="clock">
          {t(waits ? 'app.waiting' : 'app.sending')}
        </Chip>
      </p>
      {waits ? <p className={styles.words}>{t('statements.saved')}</p> : null}
      <Text>{filing.envelope.data.text}</Text>
      {waits ? (
        <Button block onClick={() => cancel(filing)}>
          {t('statements.goOn')}
        </Button>
      ) : null}
    </>
  )
}

/** Another device of mine was first: both texts stand, and one is chosen. */
export const Both = ({ filed, writing }: { filed: Filed; writing: Writing }) => {
  const { t } = useText()
  const zone = useView(({ session }) => session.timeZone)
  return (
    <>
      <p className={styles.told}>{t('statements.other', { time: timeOfDay(filed.at, zone) })}</p>
      <h3 className="eyebrow">{t('statements.theFiled')}</h3>
      <Text>{filed.text}</Text>
      <h3 className="eyebrow">{t('statements.theOwn')}</h3>
      <Text>{writing.draft?.text ?? ''}</Text>
      <div className="pair">
        <Button onClick={writing.discard}>{t('statements.keepFiled')}</Button>
        <Button onClick={writing.replace}>{t('statements.replace')}</Button>
      </div>
    </>
  )
}

const Text = ({ children }: { children: ReactNode }) => (
  <p className={styles.text} dir="auto">
    {children}
  </p>
)
