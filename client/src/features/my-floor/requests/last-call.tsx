/** The countdown of a last call, for people who can still ask. Renders nothing while the queue is open or closed. */
import { computeLastCallLeft } from '@rostrum/shared/projection/queue/last-call'
import { useEffect } from 'react'
import { useNow, useView } from '../../../session/hooks.tsx'
import { formatSpeakingTime } from '../../../text/speaking-time.ts'
import { formatDuration } from '../../../text/times.ts'
import { usePhoneText } from '../../../text/use-text.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import styles from '../my-floor.module.css'

export const LastCall = () => {
  const { t } = usePhoneText()
  const status = useView(({ queue }) => queue.status)
  const left = computeLastCallLeft(status, useNow(500))
  const closesAt = status.kind === 'last-call' ? status.closesAt : null
  // biome-ignore lint/correctness/useExhaustiveDependencies: each last call is announced once, and the seconds that pass are not spoken
  useEffect(() => {
    if (left !== null) screenReader.say(t('me.lastCall', { time: formatSpeakingTime(t, left) }), 'list')
  }, [closesAt, t])
  if (left === null) return null
  return (
    <p className={styles.closing}>
      <Icon name="clock" />
      <span role="timer" aria-live="off">
        {t('me.listClosing', { time: formatDuration(left) })}
      </span>
    </p>
  )
}
