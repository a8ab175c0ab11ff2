/** The speaking order with the causes of its positions, as everybody sees it. */
import { type RankedPosition, rankByRequest } from '@rostrum/shared/contract/request-rank'
import { useMemo } from 'react'
import { useView } from '../session/hooks.tsx'

export const useRankedOrder = (): readonly RankedPosition[] => {
  const order = useView((view) => view.order)
  const causes = useView((view) => view.causes)
  const entries = useView((view) => view.entries)
  return useMemo(() => rankByRequest(order, causes, entries), [order, causes, entries])
}
