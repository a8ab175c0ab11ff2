/** Which part of the agenda is shown: the one that runs, until another is chosen; with the next part it follows again. */
import type { SegmentId } from '@rostrum/shared/contract/ids'
import { useState } from 'react'
import { useView } from '../../../session/hooks.tsx'

type Chosen = { readonly part: SegmentId | null; readonly while: SegmentId | null }

export const useShownPart = (): { readonly part: SegmentId | null; readonly show: (part: SegmentId | null) => void } => {
  const plan = useView((view) => view.plan)
  const { current, held } = useView(({ progress }) => progress)
  const [chosen, choose] = useState<Chosen | null>(null)
  const show = (part: SegmentId | null) => choose({ part, while: current })
  if (chosen !== null && chosen.while === current) return { part: chosen.part, show }
  // Before the opening the first; after the close the last that was held.
  const last = plan.findLast(({ id }) => held[id] !== undefined)
  return { part: current ?? last?.id ?? plan[0]?.id ?? null, show }
}
