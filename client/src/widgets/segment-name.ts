/** "2 Failures": topics are numbered among themselves, other parts are not. */

import type { SegmentId } from '@rostrum/shared/contract/ids'
import type { PlannedSegment } from '@rostrum/shared/contract/plan'
import type { Speak } from '../text/messages.ts'

/** 0 where a part has no number. */
export const topicNumber = (plan: readonly PlannedSegment[], id: SegmentId | null): number =>
  plan.filter(({ kind }) => kind === 'topic').findIndex((segment) => segment.id === id) + 1

export const segmentName = (t: Speak, plan: readonly PlannedSegment[], segment: PlannedSegment): string => {
  const n = topicNumber(plan, segment.id)
  return n > 0 ? t('agenda.numbered', { n, title: segment.title }) : segment.title
}
