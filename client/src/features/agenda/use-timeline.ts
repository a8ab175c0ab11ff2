import { computeTimeline, type Timeline } from '@rostrum/shared/projection/agenda/timeline'
import { computeFloorFree } from '@rostrum/shared/projection/floor/clock'
import { useNow, useView } from '../../session/hooks.tsx'

/** The agenda against the clock of the session, at multiples of `intervalMs`. */
export const useTimeline = (intervalMs: number): { readonly timeline: Timeline; readonly now: number } => {
  const plan = useView((view) => view.plan)
  const progress = useView((view) => view.progress)
  const until = useView(({ session }) => session.until)
  const floor = useView((view) => view.floor)
  const now = useNow(intervalMs)
  return { timeline: computeTimeline(plan, progress, now, until, computeFloorFree(floor, now)), now }
}
