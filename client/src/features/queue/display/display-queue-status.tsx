/** The number of people waiting, and whether the list of speakers is open. A last call has its own block, with its countdown. */
import { useNow, useView } from '../../../session/hooks.tsx'
import { formatDuration } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import styles from './display-next.module.css'

export const DisplayQueueStatus = () => {
  const { t } = useText()
  const { waiting, replies, status } = useView(({ queue }) => queue)
  const total = waiting.room + waiting.remote
  const waitingText = total === 0 ? t('queue.empty') : t('display.waiting', { n: total })
  return (
    <>
      {status.kind === 'last-call' ? <LastCall closesAt={status.closesAt} /> : null}
      <p className={styles.wait}>
        {status.kind === 'closed' ? (
          <>
            <strong>{t('display.listClosed')}</strong>
            {total === 0 ? null : t('display.stillCalled', { n: total })}
          </>
        ) : (
          <>
            <strong>{status.kind === 'open' ? t('queue.moreOpen', { more: waitingText }) : waitingText}</strong>
            {total === 0 ? null : <span className={styles.split}>{t('queue.split', waiting)}</span>}
          </>
        )}
        {replies > 0 ? <span className={styles.more}>{t('queue.repliesToCome', { n: replies })}</span> : null}
      </p>
    </>
  )
}

const LastCall = ({ closesAt }: { closesAt: number }) => {
  const { rich } = useText()
  return (
    <p className={styles.lastCall} data-last-call="">
      {rich('display.lastCallLeft', { time: useCountdown(closesAt) })}
    </p>
  )
}

const useCountdown = (until: number): string => {
  const now = useNow(200)
  return formatDuration(Math.max(0, Math.ceil((until - now) / 1000)) * 1000)
}

/** One line, for a screen that is filled by other content. */
export const DisplayQueueLine = () => {
  const { t } = useText()
  const { kind } = useView(({ queue }) => queue.status)
  if (kind === 'last-call') return <p>{t('display.lastCall')}</p>
  return <p>{t(kind === 'open' ? 'display.listOpen' : 'display.listClosed')}</p>
}
