/** The current segment and its guiding question, on the phone. */
import { useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { Name, Written } from '../../../ui/written.tsx'
import { getTopicNumber } from '../../../widgets/segment-name.ts'
import styles from './topic-now.module.css'

/** A longer question is set smaller, so that the content below it stays visible. */
const longQuestion = 90

export const TopicNow = () => {
  const { t } = useText()
  const plan = useView((view) => view.plan)
  const current = useView(({ progress }) => progress.current)
  const segment = plan.find(({ id }) => id === current)
  if (!segment) return null
  const n = getTopicNumber(plan, segment.id)
  const total = plan.filter(({ kind }) => kind === 'topic').length
  return (
    <section className={styles.topic}>
      <h2 className="eyebrow">{n > 0 ? t('agenda.topicOf', { n, total, title: segment.title }) : <Name>{segment.title}</Name>}</h2>
      {segment.question === null ? null : (
        <Written className={classNames(styles.question, segment.question.length > longQuestion && styles.long)}>{segment.question}</Written>
      )}
    </section>
  )
}
