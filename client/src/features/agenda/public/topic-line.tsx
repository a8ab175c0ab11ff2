import { useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { classes } from '../../../ui/class-names.ts'
import { topicNumber } from '../../../widgets/segment-name.ts'
import styles from './topic-line.module.css'

/** A question beyond this takes two smaller lines. */
const long = 70

/** The part that runs and its guiding question, as they stand at the foot of the room screen. */
export const TopicLine = () => {
  const { t } = useText()
  const plan = useView((view) => view.plan)
  const current = useView(({ progress }) => progress.current)
  const segment = plan.find(({ id }) => id === current)
  if (!segment) return null
  const n = topicNumber(plan, segment.id)
  return (
    <p className={classes(styles.line, (segment.question?.length ?? 0) > long && styles.long)}>
      <strong>{n > 0 ? t('agenda.topic', { n, title: segment.title }) : segment.title}</strong>
      {segment.question === null ? null : (
        <span className={styles.question} dir="auto">
          {segment.question}
        </span>
      )}
    </p>
  )
}
