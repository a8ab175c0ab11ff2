/** "2 Failures". Only topics have a number, which counts only topics. */

import type { SegmentId } from '@rostrum/shared/contract/ids'
import type { PlannedSegment } from '@rostrum/shared/contract/plan'
import { isTopic } from '@rostrum/shared/contract/segment-kinds'
import { pickWording } from '@rostrum/shared/kernel/wording'
import type { View } from '@rostrum/shared/projection/registry'
import { joinParts } from '../text/join-texts.ts'
import type { PhoneTranslate, Translate } from '../text/messages.ts'

/** 0 if the segment has no number. */
export const getTopicNumber = (plan: readonly PlannedSegment[], id: SegmentId | null): number =>
  plan.filter(isTopic).findIndex((segment) => segment.id === id) + 1

export const getSegmentName = (t: PhoneTranslate, plan: readonly PlannedSegment[], segment: PlannedSegment): string => {
  const n = getTopicNumber(plan, segment.id)
  return n > 0 ? t('agenda.numbered', { n, title: segment.title }) : pickWording(segment.title, t.language)
}

/** Names the topics before `to` that were never taken. Null: before the close. Empty if there are none. */
export const getSkippedText = (
  t: Translate,
  { plan, progress: { actual } }: Pick<View, 'plan' | 'progress'>,
  to: SegmentId | null,
): string => {
  const before =
    to === null
      ? plan
      : plan.slice(
          0,
          plan.findIndex(({ id }) => id === to),
        )
  const skipped = before.filter((one) => isTopic(one) && actual[one.id] === undefined)
  return joinParts(
    t,
    skipped.map((segment) => t('control.notTaken', { title: getSegmentName(t, plan, segment) })),
  )
}

/** Returns the texts of a segment in the agenda's strip, and the full text. `note`: the times. `shorter`: less of them, longest first. */
export const describeSegment = (
  t: PhoneTranslate,
  plan: readonly PlannedSegment[],
  segment: PlannedSegment,
  note: string,
  ...shorter: readonly string[]
) => {
  const title = getSegmentName(t, plan, segment)
  return { title, notes: [note, ...shorter], tooltip: t('pair.colon', { first: title, second: note }) }
}
