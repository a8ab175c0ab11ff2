/** My turn is near: three or two before me, one before me, or next; each with what to do. */
import { useView } from '../../../session/hooks.tsx'
import { formatSpeakingTime } from '../../../text/speaking-time.ts'
import { usePhoneText } from '../../../text/use-text.tsx'
import { Checklist } from '../../../ui/my-position.tsx'
import { useMyLimit } from '../calling-order.ts'
import styles from '../my-floor.module.css'
import type { QueuedStatus } from '../my-status.ts'
import { interpretationPace } from '../text/use-own-text.ts'
import { MayNotReach } from './outlook.tsx'
import { StatusText } from './status-cards.tsx'
import { useTimeWindowText } from './use-window.ts'
import { getWarning } from './warnings.ts'

type NearProps = { status: QueuedStatus }

/** Shown in my card, below the position, while one, two or three are before me. */
export const NearNotice = ({ status: { entry, ahead } }: NearProps) => {
  const { t } = usePhoneText()
  const limit = formatSpeakingTime(t, useMyLimit(entry.id))
  const remote = useView(({ me }) => me.channel === 'remote')
  const warning = getWarning(ahead)
  if (warning === 'near') return <p className={styles.near}>{t('me.near', { n: ahead })}</p>
  if (warning === null) return null
  return <StatusText accent title={t('me.one')} help={t(remote ? 'me.oneHelpRemote' : 'me.oneHelp', { limit })} />
}

export const NextNotice = ({ status: { entry } }: NearProps) => {
  const { t } = usePhoneText()
  const limit = formatSpeakingTime(t, useMyLimit(entry.id))
  const remote = useView(({ me }) => me.channel === 'remote')
  const { minutes } = useTimeWindowText(entry.id)
  return (
    <>
      <StatusText accent title={t('me.next')} help={t(remote ? 'me.nextHelpRemote' : 'me.nextHelp', { n: Math.max(1, minutes), limit })} />
      <MayNotReach entry={entry.id} />
    </>
  )
}

export const NextSteps = ({ status: { entry } }: NearProps) => {
  const { t } = usePhoneText()
  const limit = useMyLimit(entry.id)
  const remote = useView(({ me }) => me.channel === 'remote')
  const words = Math.round((limit / 60_000) * interpretationPace)
  return (
    <Checklist
      items={[
        { icon: 'mic', text: t(remote ? 'me.stepMeeting' : 'me.stepMicrophone') },
        { icon: 'headset', text: t('me.stepPace', { limit: formatSpeakingTime(t, limit), words }) },
        { icon: remote ? 'remote' : 'phone', text: t('me.stepPhone') },
      ]}
    />
  )
}
