import type { PlannedSegment } from '@rostrum/shared/contract/plan'
import { useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { useFit } from '../../../ui/use-fit.ts'
import { DisplayText } from '../../../widgets/display-text.tsx'
import { getTopicNumber } from '../../../widgets/segment-name.ts'
import styles from './display-topic.module.css'

/** True for an item that asks nothing, such as the opening. The title of the session is below its own. */
export const useHasSessionTitle = (segment: PlannedSegment | null): boolean =>
  useView(({ plan }) => segment !== null && segment.question === null && getTopicNumber(plan, segment.id) === 0)

/** The scale of the text in each size. */
export const topicSizes = [1.6, 1.45, 1.3, 1.2, 1.1, 1, 0.85, 0.7, 0.58, 0.48, 0.38]

/** `isShared`: the list is next to it. `note`: a line above the topic. */
type DisplayTopicProps = { segment: PlannedSegment; isShared?: boolean; note?: string }

/** A topic and its guiding question, large. */
export const DisplayTopic = ({ segment, isShared, note }: DisplayTopicProps) => {
  const { id, title, question } = segment
  const { t } = useText()
  const n = useView(({ plan }) => getTopicNumber(plan, id))
  const session = useView((view) => view.session.title)
  const below = useHasSessionTitle(segment) ? session : question
  const box = useFit<HTMLElement>(topicSizes)
  return (
    <section ref={box} data-column="" className={classNames(styles.topic, isShared && styles.shared)} aria-labelledby="display-topic">
      {note === undefined ? null : <p className={styles.note}>{note}</p>}
      <div id="display-topic" className={styles.title}>
        {n > 0 ? <p className={styles.number}>{t('display.topicNumber', { n })}</p> : null}
        <DisplayText as="h1" of={title} />
      </div>
      {below === null ? null : <DisplayText className={styles.question} of={below} />}
    </section>
  )
}
