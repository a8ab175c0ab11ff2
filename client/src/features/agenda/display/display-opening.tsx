/** The opening on the room screen until somebody has the floor: what this session is, and its first topic. */
import type { PlannedSegment } from '@rostrum/shared/contract/plan'
import { isTopic } from '@rostrum/shared/contract/segment-kinds'
import { useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { useFit } from '../../../ui/use-fit.ts'
import { DisplayText } from '../../../widgets/display-text.tsx'
import { getTopicNumber } from '../../../widgets/segment-name.ts'
import styles from './display-topic.module.css'
import { topicSizes, useHasSessionTitle } from './display-topic.tsx'

/** True for an item that asks nothing at the beginning of the agenda, before anybody has spoken. */
export const useIsOpening = (segment: PlannedSegment | null): boolean => {
  const isFirst = useView(({ plan }) => plan[0]?.id === segment?.id)
  const isSilent = useView(({ segmentCounts }) =>
    Object.values(segmentCounts).every(({ interventions, answers }) => interventions + answers === 0),
  )
  return useHasSessionTitle(segment) && isFirst && isSilent
}

/** `isShared`: the list is next to it. */
export const DisplayOpening = ({ segment, isShared }: { segment: PlannedSegment; isShared: boolean }) => {
  const { t } = useText()
  const title = useView(({ session }) => session.title)
  const plan = useView((view) => view.plan)
  const topic = plan.find(isTopic)
  const box = useFit<HTMLElement>(topicSizes)
  return (
    <section ref={box} data-column="" className={classNames(styles.topic, isShared && styles.shared)} aria-labelledby="display-topic">
      <div id="display-topic" className={styles.title}>
        <DisplayText className={styles.number} of={segment.title} />
        <DisplayText as="h1" of={title} />
      </div>
      {topic === undefined ? null : (
        <div>
          <p className={styles.number}>
            {t('pair.colon', { first: t('floor.next'), second: t('display.topicNumber', { n: getTopicNumber(plan, topic.id) }) })}
          </p>
          <DisplayText className={styles.question} of={topic.title} />
        </div>
      )}
    </section>
  )
}
