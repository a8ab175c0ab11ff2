/** My turn is near: three or two before me, one before me, or next; each with what to do. */

import { useView } from '../../../session/hooks.tsx'
import { formatSpeakingTime } from '../../../text/speaking-time.ts'
import { usePhoneText } from '../../../text/use-text.tsx'
import { Checklist } from '../../../ui/my-position.tsx'
import { useMyLimit } from '../calling-order.ts'
import { useChannelWords } from '../channel-words.ts'
import styles from '../my-floor.module.css'
import type { QueuedStatus } from '../my-status.ts'
import { interpretationPace } from '../text/use-own-text.ts'
import { LimitLine } from './limit-line.tsx'
import { MayNotReach } from './outlook.tsx'
import { StatusText } from './status-cards.tsx'
import { useIsLastWord, useTimeWindowText } from './use-window.ts'
import { getWarning } from './warnings.ts'

type NearProps = { status: QueuedStatus }

/** Shown in my card, below the position: my speaking time, and what to do while one, two or three are before me. */
export const NearNotice = ({ status: { entry, ahead } }: NearProps) => {
  const { t } = usePhoneText()
  const limit = formatSpeakingTime(t, useMyLimit(entry.id))
  const words = useChannelWords()
  const warning = getWarning(ahead)
  if (useIsLastWord()) return null
  if (warning === 'one')
    return (
      <>
        <StatusText accent title={t('me.one')} help={t(words.one, { limit })} />
        <LimitLine entry={entry.id} isSaid />
      </>
    )
  return (
    <>
      {warning === null ? null : <p className={styles.near}>{t('me.near', { n: ahead })}</p>}
      <LimitLine entry={entry.id} />
    </>
  )
}

export const NextNotice = ({ status: { entry } }: NearProps) => {
  const { t } = usePhoneText()
  const limit = formatSpeakingTime(t, useMyLimit(entry.id))
  const words = useChannelWords()
  const { minutes } = useTimeWindowText(entry.id)
  return (
    <>
      <StatusText accent title={t('me.next')} help={t(words.next, { n: Math.max(1, minutes), limit })} />
      <LimitLine entry={entry.id} isSaid />
      <MayNotReach entry={entry.id} />
    </>
  )
}

export const NextSteps = ({ status: { entry } }: NearProps) => {
  const { t } = usePhoneText()
  const limit = useMyLimit(entry.id)
  const channelWords = useChannelWords()
  const interpreted = useView((view) => view.interpreted)
  const words = Math.round((limit / 60_000) * interpretationPace)
  if (useIsLastWord()) return null
  return (
    <Checklist
      items={[
        { icon: 'mic', text: t(channelWords.microphone) },
        ...(interpreted ? [{ icon: 'headset' as const, text: t('me.stepPace', { limit: formatSpeakingTime(t, limit), words }) }] : []),
        { icon: channelWords.device, text: t('me.stepPhone') },
      ]}
    />
  )
}
