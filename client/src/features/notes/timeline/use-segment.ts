/** The segment that is shown: the current one, until the user chooses another. When the current segment changes, it follows again. */
import type { SegmentId } from '@rostrum/shared/contract/ids'
import { useState } from 'react'
import { useView } from '../../../session/hooks.tsx'

type ChosenSegment = { readonly segment: SegmentId | null; readonly while: SegmentId | null }

export const useSegment = (): { readonly segment: SegmentId | null; readonly show: (segment: SegmentId | null) => void } => {
  const plan = useView((view) => view.plan)
  const { current, actual } = useView(({ progress }) => progress)
  const [chosen, choose] = useState<ChosenSegment | null>(null)
  const show = (segment: SegmentId | null) => choose({ segment, while: current })
  if (chosen !== null && chosen.while === current) return { segment: chosen.segment, show }
  // Before the opening, the first segment; after the close, the last one that took place.
  const last = plan.findLast(({ id }) => actual[id] !== undefined)
  return { segment: current ?? last?.id ?? plan[0]?.id ?? null, show }
}
