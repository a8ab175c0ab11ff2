/** Close to the floor: stay near, one before me, next; with what to do. */
import { useView } from '../../../session/hooks.tsx'
import { lengthText } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Steps } from '../../../ui/my-position.tsx'
import { useMyLimit } from '../calling-order.ts'
import styles from '../my-floor.module.css'
import type { InLine } from '../my-status.ts'
import { Say } from './status-cards.tsx'
import { useWindowWords } from './use-window.ts'
import { warningOf } from './warnings.ts'

type NearProps = { standing: InLine }

/** Two or three before me, or one: said in my card, under the place. */
export const Near = ({ standing: { entry, ahead } }: NearProps) => {
  const { t } = useText()
  const limit = lengthText(useMyLimit(entry.id))
  const remote = useView(({ me }) => me.channel === 'remote')
  const warning = warningOf(ahead)
  if (warning === 'near') return <p className={styles.near}>{t('me.near', { n: ahead })}</p>
  if (warning === null) return null
  return <Say accent title={t('me.one')} help={t(remote ? 'me.oneHelpRemote' : 'me.oneHelp', { limit })} />
}

export const Next = ({ standing: { entry } }: NearProps) => {
  const { t } = useText()
  const limit = lengthText(useMyLimit(entry.id))
  const remote = useView(({ me }) => me.channel === 'remote')
  const { minutes } = useWindowWords(entry.id)
  return <Say accent title={t('me.next')} help={t(remote ? 'me.nextHelpRemote' : 'me.nextHelp', { n: Math.max(1, minutes), limit })} />
}

/** Words a minute at which interpreters can follow. */
const pace = 120

export const NextSteps = ({ standing: { entry } }: NearProps) => {
  const { t } = useText()
  const limit = useMyLimit(entry.id)
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
