/** "Topic 2 of 3: Failures", or the title of a segment without a number. Empty without a segment. */

import type { SegmentId } from '@rostrum/shared/contract/ids'
import { isTopic } from '@rostrum/shared/contract/segment-kinds'
import { pickWording } from '@rostrum/shared/kernel/wording'
import { useView } from '../session/hooks.tsx'
import { usePhoneText } from '../text/use-text.tsx'
import { getTopicNumber } from './segment-name.ts'

export const useSegmentTitle = (id: SegmentId | null): string => {
  const { t, language } = usePhoneText()
  const plan = useView((view) => view.plan)
  const segment = plan.find((one) => one.id === id)
  if (!segment) return ''
  const n = getTopicNumber(plan, segment.id)
  const total = plan.filter(isTopic).length
  return n > 0 ? t('agenda.topicOf', { n, total, title: segment.title }) : pickWording(segment.title, language.id)
}
