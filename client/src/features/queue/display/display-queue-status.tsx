/**
 * The number of people waiting, whether the list of speakers is open, and its order. A last call has its countdown in their place, so that
 * the QR code keeps its size; the number is then in the line of the heading. After the last speaker nobody reads that they will be called.
 */
import { sumChannels } from '@rostrum/shared/contract/channels'
import { isLastWordGiven } from '@rostrum/shared/contract/last-word'
import { computeLastCallLeft } from '@rostrum/shared/projection/queue/last-call'
import { useMadeNow, useStaleSince, useView } from '../../../session/hooks.tsx'
import { getOrderModeText } from '../../../text/order-mode-text.ts'
import { formatDuration } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import styles from './display-next.module.css'

export const DisplayQueueStatus = () => {
  const { t } = useText()
  const queue = useView((view) => view.queue)
  const { waiting, replies, repliesFirst, status } = queue
  const total = sumChannels(waiting)
  const waitingText = total === 0 ? t('queue.empty') : t('display.waiting', { n: total })
  const isAlone = total === 0 || isLastWordGiven(status)
  const repliesKey = isAlone ? 'queue.repliesToCome' : repliesFirst ? 'queue.repliesBefore' : 'queue.repliesAfter'
  const repliesText = replies > 0 ? t(repliesKey, { n: replies }) : null
  if (status.kind === 'last-call')
    return (
      <>
        <DisplayLastCall />
        {repliesText === null ? null : <p className={styles.wait}>{repliesText}</p>}
      </>
    )
  if (isLastWordGiven(status))
    return (
      <p className={styles.wait}>
        <strong>{t('display.lastWord')}</strong>
        {t('display.nobodyElse')}
        {repliesText === null ? null : <span className={styles.more}>{repliesText}</span>}
      </p>
    )
  return (
    <p className={styles.wait}>
      {status.kind === 'closed' ? (
        <>
          <strong>{t('display.listClosed')}</strong>
          {total === 0 ? null : t('display.stillCalled', { n: total })}
        </>
      ) : (
        <strong>{status.kind === 'open' ? t('queue.moreOpen', { more: waitingText }) : waitingText}</strong>
      )}
      {repliesText === null ? null : <span className={styles.more}>{repliesText}</span>}
      {status.kind === 'closed' && total === 0 ? null : (
        <span className={styles.rule}>{t('queue.orderIs', { rule: getOrderModeText(t, queue) })}</span>
      )}
    </p>
  )
}

/** A stale screen does not know whether the Chair has moved the end, so its time is not certain, and after it nothing is. */
export const DisplayLastCall = () => {
  const { rich } = useText()
  const left = useMadeNow(200, ({ queue }, now) => computeLastCallLeft(queue.status, now)) ?? 0
  const isStale = useStaleSince() !== null
  if (isStale && left === 0) return null
  return (
    <p className={styles.lastCall} data-last-call="">
      {rich('display.lastCallLeft', { time: `${isStale ? '≈' : ''}${formatDuration(left)}` })}
    </p>
  )
}
