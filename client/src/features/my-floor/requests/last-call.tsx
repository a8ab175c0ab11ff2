/** A last call, counted down for those who may still ask. Nothing while the list is open or closed. */
import type { ListStanding } from '@rostrum/shared/contract/queue'
import { useEffect } from 'react'
import { useNow, useView } from '../../../session/hooks.tsx'
import { lengthText } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { announcements } from '../../../ui/screen-reader.ts'
import styles from '../my-floor.module.css'

/** Whole seconds, the last one included; the server closes the list. */
export const closesIn = (standing: ListStanding, now: number): number | null =>
  standing.kind === 'closing' ? Math.max(0, Math.ceil((standing.closesAt - now) / 1000)) * 1000 : null

export const Closing = () => {
  const { t } = useText()
  const standing = useView(({ list }) => list.standing)
  const left = closesIn(standing, useNow(500))
  const closesAt = standing.kind === 'closing' ? standing.closesAt : null
  useEffect(() => {
    // Once for each last call; the seconds are not read out.
    if (closesAt !== null) announcements.say(t('me.lastCall'), 'list')
  }, [closesAt, t])
  if (left === null) return null
  return (
    <p className={styles.closing}>
      <Icon name="clock" />
      <span role="timer" aria-live="off">
        {t('me.listClosing', { time: lengthText(left) })}
      </span>
    </p>
  )
}
