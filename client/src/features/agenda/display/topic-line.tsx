import { useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { Name } from '../../../ui/written.tsx'
import { getTopicNumber } from '../../../widgets/segment-name.ts'
import styles from './topic-line.module.css'

/** A longer question is set smaller. */
const longQuestion = 70

/** The current segment and its guiding question, at the bottom of the room screen. It takes the lines that it needs. */
export const TopicLine = () => {
  const { t } = useText()
  const plan = useView((view) => view.plan)
  const current = useView(({ progress }) => progress.current)
  const segment = plan.find(({ id }) => id === current)
  if (!segment) return null
  const n = getTopicNumber(plan, segment.id)
  return (
    <p className={classNames(styles.line, (segment.question?.length ?? 0) > longQuestion && styles.long)}>
      <strong>{n > 0 ? t('agenda.topic', { n, title: segment.title }) : <Name>{segment.title}</Name>}</strong>{' '}
      {segment.question === null ? null : <Name>{segment.question}</Name>}
    </p>
  )
}
