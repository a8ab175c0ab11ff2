/** The content for each status. The surfaces put it in a card. */

import { isTopic } from '@rostrum/shared/contract/segment-kinds'
import type { MyPastTurn } from '@rostrum/shared/projection/floor/parts'
import type { MyEntry } from '@rostrum/shared/projection/queue/mine'
import type { ReactNode } from 'react'
import { useCancelPending, useNow, useView } from '../../../session/hooks.tsx'
import type { PendingCommand } from '../../../session/outbox.ts'
import { joinNames } from '../../../text/name-list.ts'
import { formatDuration, formatExactTime, formatTime } from '../../../text/times.ts'
import { usePhoneText } from '../../../text/use-text.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { PrimaryButton } from '../../../ui/primary-button.tsx'
import { takesFocus } from '../../../ui/use-kept-focus.ts'
import { useIsWaiting } from '../../../widgets/pending-text.tsx'
import styles from '../my-floor.module.css'

export const StatusText = ({ title, help, accent = false }: { title: string; help: ReactNode; accent?: boolean }) => (
  <>
    <h2 {...takesFocus} className={accent ? styles.accent : styles.title}>
      {title}
    </h2>
    <p className={styles.words}>{help}</p>
  </>
)

/** The organizations I also speak for. Names are never shortened. */
export const AlsoFor = ({ entry: { onBehalfOf } }: { entry: Pick<MyEntry, 'onBehalfOf'> }) => {
  const { t, language } = usePhoneText()
  return onBehalfOf.length === 0 ? null : <p className={styles.words}>{t('me.alsoFor', { who: joinNames(language, onBehalfOf) })}</p>
}

/** Another person speaks on my behalf too: `by`, with their position. */
export const JointStatementCard = ({ by }: { by: string }) => {
  const { t, ordinal } = usePhoneText()
  const own = useView(({ me }) => me.entity)
  const entries = useView((view) => view.entries)
  const order = useView((view) => view.order)
  const index = order.findIndex((entry) => entries[entry]?.entity === by && entries[entry]?.onBehalfOf.includes(own))
  return (
    <>
      <h2 {...takesFocus} className={styles.big}>
        {t('me.joint', { who: by })}
      </h2>
      <p className={styles.words}>{t('me.jointHelp')}</p>
      {index === -1 ? null : <p className={styles.words}>{t('me.jointPlace', { place: ordinal(index + 1) })}</p>}
    </>
  )
}

/** Thanks, in a line: it is over, and what happens now is larger. */
export const LastTurn = ({ pastTurn: { used, limit, segment } }: { pastTurn: MyPastTurn }) => {
  const { t, rich } = usePhoneText()
  const plan = useView((view) => view.plan)
  const topics = plan.filter(isTopic)
  const n = topics.findIndex(({ id }) => id === segment) + 1
  const times = { used: formatDuration(used), limit: formatDuration(limit) }
  return (
    <section>
      <h2 {...takesFocus} className="eyebrow">
        {t('floor.thanks')}
      </h2>
      <p className={styles.words}>
        {n > 0 ? rich('floor.youSpoke', { ...times, n, title: topics[n - 1]?.title ?? '' }) : rich('floor.youSpokeFor', times)}
      </p>
    </section>
  )
}

export const UnsentCard = ({ pending }: { pending: PendingCommand }) => {
  const { t, rich } = usePhoneText()
  const zone = useView(({ session }) => session.timeZone)
  if (!useIsWaiting(pending)) {
    return (
      <h2 {...takesFocus} className={styles.big}>
        <Chip tone="accent">{t('app.sending')}</Chip>
      </h2>
    )
  }
  return (
    <>
      <div>
        <Chip tone="warn" icon="clock">
          {t('app.waiting')}
        </Chip>
      </div>
      <h2 {...takesFocus} className={styles.big}>
        {t('me.saved')}
      </h2>
      <p className={styles.words}>{rich('me.savedAt', { time: formatExactTime(pending.pressedAt, zone) })}</p>
    </>
  )
}

export const OfflineHint = ({ pending }: { pending: PendingCommand }) => {
  const { t } = usePhoneText()
  return pending.status === 'waiting' ? <p className={styles.words}>{t('me.longOffline')}</p> : null
}

export const CancelRequestButton = ({ pending }: { pending: PendingCommand }) => {
  const { t } = usePhoneText()
  const cancel = useCancelPending()
  if (pending.status !== 'waiting') return null
  return (
    <PrimaryButton look="wait" onPress={() => cancel(pending)}>
      {t('me.cancelRequest')}
    </PrimaryButton>
  )
}

export const NotOpenCard = () => {
  const { t } = usePhoneText()
  const { startsAt, timeZone, cancelled } = useView(({ session }) => session)
  const isLate = useNow(5000) > startsAt
  if (cancelled) return <StatusText title={t('session.cancelled')} help={t('session.startsAt', { time: formatTime(startsAt, timeZone) })} />
  return (
    <StatusText
      title={t(isLate ? 'session.startsSoon' : 'session.startsAt', { time: formatTime(startsAt, timeZone) })}
      help={t('me.notOpen')}
    />
  )
}
