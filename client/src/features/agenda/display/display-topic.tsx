import type { PlannedSegment } from '@rostrum/shared/contract/plan'
import { useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { useFit } from '../../../ui/use-fit.ts'
import { DisplayText } from '../../../widgets/display-text.tsx'
import { getTopicNumber } from '../../../widgets/segment-name.ts'
import styles from './display-topic.module.css'

/** The number of sizes below the first in display-topic.module.css. */
const smallerSizes = 5

/** A new topic and its guiding question, over the whole room screen. */
export const DisplayTopic = ({ segment }: { segment: PlannedSegment }) => {
  const { t } = useText()
  const plan = useView((view) => view.plan)
  const box = useFit<HTMLElement>(smallerSizes)
  return (
    <section ref={box} data-column="" className={styles.topic}>
      <DisplayText as="h1" of={segment.title} write={(title) => t('agenda.topic', { n: getTopicNumber(plan, segment.id), title })} />
      {segment.question === null ? null : <DisplayText of={segment.question} />}
    </section>
  )
}
