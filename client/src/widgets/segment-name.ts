/** "2 Failures". Only topics have a number, which counts only topics. */

import type { SegmentId } from '@rostrum/shared/contract/ids'
import type { PlannedSegment } from '@rostrum/shared/contract/plan'
import { pickWording } from '@rostrum/shared/kernel/wording'
import type { PhoneTranslate } from '../text/messages.ts'

/** 0 if the segment has no number. */
export const getTopicNumber = (plan: readonly PlannedSegment[], id: SegmentId | null): number =>
  plan.filter(({ kind }) => kind === 'topic').findIndex((segment) => segment.id === id) + 1

export const getSegmentName = (t: PhoneTranslate, plan: readonly PlannedSegment[], segment: PlannedSegment): string => {
  const n = getTopicNumber(plan, segment.id)
  return n > 0 ? t('agenda.numbered', { n, title: segment.title }) : pickWording(segment.title, t.language)
}

/** Returns the texts of a segment in the agenda's strip, and the full text in case they are cut. */
export const describeSegment = (t: PhoneTranslate, plan: readonly PlannedSegment[], segment: PlannedSegment, note: string) => {
  const title = getSegmentName(t, plan, segment)
  return { title, note, tooltip: t('pair.colon', { first: title, second: note }) }
}
