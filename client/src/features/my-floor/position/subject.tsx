/** The change that concerns me most, in the largest type. Anything else that is still true is below it, in one line. */
import type { LossReason } from '@rostrum/shared/contract/enums'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { formatTime } from '../../../text/times.ts'
import { usePhoneText } from '../../../text/use-text.tsx'
import { Card } from '../../../ui/card.tsx'
import { PrimaryButton } from '../../../ui/primary-button.tsx'
import { takesFocus } from '../../../ui/use-kept-focus.ts'
import { PendingText } from '../../../widgets/pending-text.tsx'
import { useSegmentTitle } from '../../../widgets/segment-title.ts'
import { SessionText } from '../../../widgets/session-text.tsx'
import styles from '../my-floor.module.css'
import type { MyStatus, QueuedStatus } from '../my-status.ts'
import { MayNotReach } from './outlook.tsx'
import { AlsoFor, StatusText } from './status-cards.tsx'

type WaitingProps = { status: QueuedStatus }

/** While the session is suspended nobody knows when a turn will come, so nothing is forecast. */
export const Suspended = ({ status }: { status: MyStatus }) => {
  const { t, ordinal } = usePhoneText()
  const { until, timeZone } = useView(({ session }) => session)
  const title = until === null ? t('session.suspended') : t('session.suspendedUntil', { time: formatTime(until, timeZone) })
  const place =
    status.kind === 'next' ? t('me.next') : status.kind === 'queued' ? t('me.still', { place: ordinal(status.index + 1) }) : null
  return (
    <>
      <StatusText accent title={title} help={t('me.suspendedHelp')} />
      {place === null ? null : (
        <Card padded>
          <p className={styles.big}>{place}</p>
        </Card>
      )}
    </>
  )
}

export const Removed = ({ reason }: { reason: LossReason }) => {
  const { t } = usePhoneText()
  return <StatusText title={t('me.removed')} help={t(`queue.removal.${reason}`)} />
}

export const Absent = ({ status: { entry, index } }: WaitingProps) => {
  const { t, ordinal } = usePhoneText()
  return (
    <>
      <StatusText title={t('me.absentTitle')} help={t('me.nowPlace', { place: ordinal(index + 1) })} />
      <p className={styles.unsure}>{t('me.absentAgain')}</p>
      <MayNotReach entry={entry.id} />
    </>
  )
}

/** In one line, so that what has changed is in view below it. */
export const IsNext = () => {
  const { t } = usePhoneText()
  return (
    <h2 {...takesFocus} className={styles.accent}>
      {t('me.next')}
    </h2>
  )
}

/** The Chair has gone on to another topic, and my request waits from an earlier one. A person who is next has read so before. */
export const TopicChanged = ({ status: { kind, entry, index } }: WaitingProps) => {
  const { t, ordinal } = usePhoneText()
  const current = useView(({ plan, progress }) => plan.find(({ id }) => id === progress.current))
  const now = useSegmentTitle(current?.id ?? null)
  const asked = useSegmentTitle(entry.segment)
  const title = t('me.topicChanged', { topic: now })
  return (
    <>
      {kind === 'next' ? (
        <h2 className={styles.title}>{title}</h2>
      ) : (
        <StatusText title={title} help={t('me.topicKept', { place: ordinal(index + 1) })} />
      )}
      {current?.question ? (
        <p className={styles.words}>
          <SessionText of={current.question} />
        </p>
      ) : null}
      <Card padded>
        <p className={styles.words}>{t('me.topicAsked', { topic: asked })}</p>
      </Card>
    </>
  )
}

/** A request that waits for its owner. The topic may have gone by meanwhile. */
export const OnHold = ({ status: { entry, isEarlier } }: { status: Extract<MyStatus, { kind: 'on-hold' }> }) => {
  const { t } = usePhoneText()
  const topic = useSegmentTitle(entry.segment)
  return (
    <>
      <StatusText title={t('me.held')} help={t('me.heldHelp')} />
      {isEarlier ? <p className={styles.words}>{t('me.topicAsked', { topic })}</p> : null}
      <AlsoFor entry={entry} />
    </>
  )
}

/** A press answers what happened. After an absence it says that I am ready, which is what the Chair then reads. */
export const AnswerButton = ({ status: { entry, notice } }: WaitingProps) => {
  const { t } = usePhoneText()
  const send = useSend('own-request')
  const isKept = notice === 'topic'
  const pending = usePending(isKept ? 'queue.keep-place' : 'queue.ready')
  return (
    <PrimaryButton
      icon="check"
      disabled={pending !== undefined}
      onPress={() => void send({ type: isKept ? 'queue.keep-place' : 'queue.ready', data: { entry: entry.id } })}
    >
      {pending ? <PendingText pending={pending} /> : t(isKept ? 'me.keep' : 'me.ready')}
    </PrimaryButton>
  )
}
