import type { PlannedSegment } from '@rostrum/shared/contract/plan'
import { useNow, useView } from '../../../session/hooks.tsx'

/** How long, in milliseconds, a new topic fills the room screen, if nobody is called before. */
const shownMs = 12_000

/** Returns the topic that has just started, or null once it has been shown long enough or somebody has the floor. */
export const useNewTopic = (): PlannedSegment | null => {
  const now = useNow(500)
  const isRunning = useView(({ session, floor }) => session.phase === 'open' && floor.current === null)
  const { current, actual } = useView(({ progress }) => progress)
  const segment = useView(({ plan }) => plan.find(({ id }) => id === current))
  const startedAt = current === null ? undefined : actual[current]?.startedAt
  if (!isRunning || segment?.kind !== 'topic' || startedAt === undefined) return null
  return now - startedAt < shownMs ? segment : null
}
