/** What is said in each case; the views put it in a card. */

import type { Spoken } from '@rostrum/shared/projection/floor/parts'
import type { MyEntry } from '@rostrum/shared/projection/queue/mine'
import { useCancel, useView } from '../../../session/hooks.tsx'
import type { Pending } from '../../../session/outbox.ts'
import { namesText } from '../../../text/name-list.ts'
import { exactTime, lengthText, timeOfDay } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { MainButton } from '../../../ui/primary-button.tsx'
import styles from '../my-floor.module.css'

export const Say = ({ title, help, accent = false }: { title: string; help: string; accent?: boolean }) => (
  <>
    <h2 className={accent ? styles.accent : styles.title}>{title}</h2>
    <p className={styles.words}>{help}</p>
  </>
)

/** For whom I speak too. Names are never shortened. */
export const AlsoFor = ({ entry: { behalf } }: { entry: Pick<MyEntry, 'behalf'> }) => {
  const { t, language } = useText()
  return behalf.length === 0 ? null : <p className={styles.words}>{t('me.alsoFor', { who: namesText(language, behalf) })}</p>
}

/** Another speaks on my behalf too; `by` and where they stand. */
export const Joint = ({ by }: { by: string }) => {
  const { t, ordinal } = useText()
  const own = useView(({ me }) => me.entity)
  const entries = useView((view) => view.entries)
  const line = useView((view) => view.line)
  const index = line.findIndex(({ entry }) => entries[entry]?.entity === by && entries[entry]?.behalf.includes(own))
  return (
    <>
      <h2 className={styles.big}>{t('me.joint', { who: by })}</h2>
      <p className={styles.words}>{t('me.jointHelp')}</p>
      {index === -1 ? null : <p className={styles.words}>{t('me.jointPlace', { place: ordinal(index + 1) })}</p>}
    </>
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
