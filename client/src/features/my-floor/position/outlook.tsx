/** The honest warning for somebody who waits, shown as long as it is true. */
import type { EntryId } from '@rostrum/shared/contract/ids'
import { isLastWordGiven } from '@rostrum/shared/contract/last-word'
import { useView } from '../../../session/hooks.tsx'
import { formatTime } from '../../../text/times.ts'
import { usePhoneText } from '../../../text/use-text.tsx'
import styles from '../my-floor.module.css'
import { useMissedEnd } from './use-window.ts'

export const MayNotReach = ({ entry }: { entry: EntryId }) => {
  const { t } = usePhoneText()
  const lastWord = useView(({ queue }) => isLastWordGiven(queue.status))
  const zone = useView(({ session }) => session.timeZone)
  const missed = useMissedEnd(entry)
  if (lastWord) return <p className={styles.unsure}>{t('me.queuedLastWord')}</p>
  if (!missed) return null
  const isOver = missed.end <= missed.now
  return (
    <p className={styles.unsure}>{isOver ? t('me.queuedTimeOver') : t('me.queuedMayNotReach', { time: formatTime(missed.end, zone) })}</p>
  )
}
