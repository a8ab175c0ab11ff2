/** The current segment and its guiding question, on the phone. */
import { pickWording } from '@rostrum/shared/kernel/wording'
import { useView } from '../../../session/hooks.tsx'
import { usePhoneText } from '../../../text/use-text.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { getTopicNumber } from '../../../widgets/segment-name.ts'
import { SessionText } from '../../../widgets/session-text.tsx'
import styles from './topic-now.module.css'

/** A longer question is set smaller, so that the content below it stays visible. */
const longQuestion = 90

export const TopicNow = () => {
  const { t, language } = usePhoneText()
  const plan = useView((view) => view.plan)
  const current = useView(({ progress }) => progress.current)
  const segment = plan.find(({ id }) => id === current)
  if (!segment) return null
  const n = getTopicNumber(plan, segment.id)
  const total = plan.filter(({ kind }) => kind === 'topic').length
  return (
    <section className="blocks">
      <h2 className="eyebrow">{n > 0 ? t('agenda.topicOf', { n, total, title: segment.title }) : <SessionText of={segment.title} />}</h2>
      {segment.question === null ? null : (
        <SessionText
          as="p"
          className={classNames(styles.question, pickWording(segment.question, language.id).length > longQuestion && styles.long)}
          of={segment.question}
        />
      )}
    </section>
  )
}
