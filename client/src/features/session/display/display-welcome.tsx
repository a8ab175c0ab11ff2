/** The room screen before the session opens and after it closes. */

import type { SessionView } from '@rostrum/shared/projection/session'
import type { ReactNode } from 'react'
import { useNow, useView } from '../../../session/hooks.tsx'
import { formatDay } from '../../../text/days.ts'
import { getPlaceName } from '../../../text/place-name.ts'
import { formatTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { useFit } from '../../../ui/use-fit.ts'
import { DisplayText } from '../../../widgets/display-text.tsx'
import styles from './display-parts.module.css'

/** The scale of the text in each size. */
const sizes = [1.6, 1.45, 1.3, 1.2, 1.1, 1, 0.85, 0.72, 0.62, 0.5]

export const DisplayWelcome = () => {
  const session = useView((view) => view.session)
  const box = useFit<HTMLDivElement>(sizes)
  return (
    <div ref={box} data-column="" className={styles.welcome}>
      {session.phase === 'closed' ? <Goodbye session={session} /> : <Welcome session={session} />}
    </div>
  )
}

const Goodbye = ({ session }: { session: SessionView }) => {
  const { t, rich } = useText()
  const notReachedCount = useView((view) => view.notReachedCount ?? 0)
  const segmentCounts = useView((view) => view.segmentCounts)
  const heard = Object.values(segmentCounts).reduce((total, { interventions }) => total + interventions, 0)
  const answered = Object.values(segmentCounts).reduce((total, { answers }) => total + answers, 0)
  return (
    <>
      <h1>{t('session.closed')}</h1>
      <p>{rich('display.heard', { heard, answered })}</p>
      {notReachedCount > 0 ? <p>{t('display.invited', { n: notReachedCount })}</p> : null}
      <p>{t('display.record')}</p>
      {session.everybodyWrites ? <p>{t('display.everybodyWrites')}</p> : null}
    </>
  )
}

const Welcome = ({ session }: { session: SessionView }) => {
  const { t } = useText()
  const admits = useView(({ admitsByCode }) => admitsByCode === true)
  return (
    <>
      <DisplayText as="h1" className={styles.name} of={session.title} />
      <p>
        <StartText session={session} />
      </p>
      {session.cancelled ? null : <p>{t(admits ? 'display.joinByPhone' : 'display.personalLink')}</p>}
    </>
  )
}

/** A planned start that has passed is not shown. */
const StartText = ({ session }: { session: SessionView }): ReactNode => {
  const { t, rich, language } = useText()
  const now = useNow(1000)
  const [day, today] = [session, { ...session, startsAt: now }].map((times) => formatDay(t, language, times, now))
  if (session.cancelled) return t('session.cancelled')
  const time = formatTime(session.startsAt, session.timeZone)
  const zone = t('time.zone', { place: getPlaceName(t, session.place) })
  if (day !== today && day !== undefined) return rich('display.startsOn', { day, time, zone })
  return now < session.startsAt ? rich('display.startsAt', { time, zone }) : t('display.startsSoon')
}
