/** The honest warning for somebody who waits, shown as long as it is true. */
import type { EntryId } from '@rostrum/shared/contract/ids'
import { useView } from '../../../session/hooks.tsx'
import { formatTime } from '../../../text/times.ts'
import { usePhoneText } from '../../../text/use-text.tsx'
import styles from '../my-floor.module.css'
import { useIsLastWord, useMissedEnd } from './use-window.ts'

export const MayNotReach = ({ entry }: { entry: EntryId }) => {
  const { t } = usePhoneText()
  const lastWord = useIsLastWord()
  const zone = useView(({ session }) => session.timeZone)
  const missed = useMissedEnd(entry)
  if (lastWord) return <p className={styles.unsure}>{t('me.queuedLastWord')}</p>
  if (!missed) return null
  return (
    <p className={styles.unsure}>
      {missed.isOver ? t('me.queuedTimeOver') : t('me.queuedMayNotReach', { time: formatTime(missed.end, zone) })}
    </p>
  )
}
