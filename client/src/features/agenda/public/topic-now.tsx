/** Which part of the agenda runs, and what it asks, on the phone. */
import { useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { classes } from '../../../ui/class-names.ts'
import { topicNumber } from '../../../widgets/segment-name.ts'
import styles from './topic-now.module.css'

/** A question beyond this is set smaller, so that what follows stays in sight. */
const long = 90

export const TopicNow = () => {
  const { t } = useText()
  const plan = useView((view) => view.plan)
  const current = useView(({ progress }) => progress.current)
  const segment = plan.find(({ id }) => id === current)
  if (!segment) return null
  const n = topicNumber(plan, segment.id)
  const total = plan.filter(({ kind }) => kind === 'topic').length
  return (
    <section className={styles.topic}>
      <h2 className="eyebrow">{n > 0 ? t('agenda.topicOf', { n, total, title: segment.title }) : <bdi>{segment.title}</bdi>}</h2>
      {segment.question === null ? null : (
        <p className={classes(styles.question, segment.question.length > long && styles.long)} dir="auto">
          {segment.question}
        </p>
      )}
    </section>
  )
}
