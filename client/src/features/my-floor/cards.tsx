/** What is said in each case; the views put it in a card. */
import { useCancel, useView } from '../../session/hooks.tsx'
import type { Pending } from '../../session/outbox.ts'
import type { Spoken } from '@rostrum/shared/projection/floor'
import { exactTime, lengthText, timeOfDay } from '../../text/times.ts'
import { useText } from '../../text/use-text.tsx'
import { Chip } from '../../ui/chip.tsx'
import { MainButton } from '../../ui/main-button.tsx'
import { Steps } from '../../ui/place.tsx'
import styles from './my-floor.module.css'
import { useWindowWords } from './use-window.ts'

export const Say = ({ title, help, accent = false }: { title: string; help: string; accent?: boolean }) => (
  <>
    <h2 className={accent ? styles.accent : styles.title}>{title}</h2>
    <p className={styles.words}>{help}</p>
  </>
)

export const Next = () => {
  const { t } = useText()
  const limit = lengthText(useView(({ floor }) => floor.limit))
  const remote = useView(({ me }) => me.channel === 'remote')
  const { minutes } = useWindowWords(0)
  return <Say accent title={t('me.next')} help={t(remote ? 'me.nextHelpRemote' : 'me.nextHelp', { n: Math.max(1, minutes), limit })} />
}

/** Words a minute at which interpreters can follow. */
const pace = 120

export const NextSteps = () => {
  const { t } = useText()
  const limit = useView(({ floor }) => floor.limit)
  const remote = useView(({ me }) => me.channel === 'remote')
  const words = Math.round((limit / 60_000) * pace)
  return (
    <Steps
      steps={[
        { icon: 'mic', words: t(remote ? 'me.stepMeeting' : 'me.stepMicrophone') },
        { icon: 'headset', words: t('me.stepPace', { limit: lengthText(limit), words }) },
        { icon: remote ? 'remote' : 'phone', words: t('me.stepPhone') },
      ]}
    />
  )
}

export const Spoke = ({ spoken: { used, limit, segment } }: { spoken: Spoken }) => {
  const { t, rich } = useText()
  const plan = useView((view) => view.plan)
  const topics = plan.filter(({ kind }) => kind === 'topic')
  const n = topics.findIndex(({ id }) => id === segment) + 1
  const times = { used: lengthText(used), limit: lengthText(limit) }
  return (
    <>
      <h2 className={styles.title}>{t('floor.thanks')}</h2>
      <p className={styles.words}>
        {n > 0 ? rich('floor.youSpoke', { ...times, n, title: topics[n - 1]?.title ?? '' }) : rich('floor.youSpokeFor', times)}
      </p>
    </>
  )
}

export const Unsent = ({ pending: { pressedAt, standing } }: { pending: Pending }) => {
  const { t, rich } = useText()
  const zone = useView(({ session }) => session.timeZone)
  if (standing === 'sending') {
    return (
      <div>
        <Chip tone="accent">{t('app.sending')}</Chip>
      </div>
    )
  }
  return (
    <>
      <div>
        <Chip tone="warn" icon="clock">
          {t('app.waiting')}
        </Chip>
      </div>
      <h2 className={styles.big}>{t('me.saved')}</h2>
      <p className={styles.words}>{rich('me.savedAt', { time: exactTime(pressedAt, zone) })}</p>
    </>
  )
}

export const LongOffline = ({ pending }: { pending: Pending }) => {
  const { t } = useText()
  return pending.standing === 'waiting' ? <p className={styles.words}>{t('me.longOffline')}</p> : null
}

export const CancelRequest = ({ pending }: { pending: Pending }) => {
  const { t } = useText()
  const cancel = useCancel()
  if (pending.standing !== 'waiting') return null
  return (
    <MainButton look="wait" onPress={() => cancel(pending)}>
      {t('me.cancelRequest')}
    </MainButton>
  )
}

export const Before = () => {
  const { t } = useText()
  const { startsAt, timeZone } = useView(({ session }) => session)
  return <Say title={t('session.startsAt', { time: timeOfDay(startsAt, timeZone) })} help={t('me.notOpen')} />
}
