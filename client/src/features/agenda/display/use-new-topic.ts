import type { PlannedSegment } from '@rostrum/shared/contract/plan'
import { findOpenTurn } from '@rostrum/shared/contract/ruling'
import { isTopic } from '@rostrum/shared/contract/segment-kinds'
import { useNow, useView } from '../../../session/hooks.tsx'

/** How long, in milliseconds, a new topic fills the room screen, if nobody is called before. A slow reader needs this long. */
const shownMs = 20_000

export const useCurrentSegment = (): PlannedSegment | null =>
  useView(({ plan, progress }) => plan.find(({ id }) => id === progress.current)) ?? null

/** Returns the topic that has just started, or null once it has been shown long enough or somebody has the floor. */
export const useNewTopic = (): PlannedSegment | null => {
  const now = useNow(500)
  const isRunning = useView(({ session, floor }) => session.phase === 'open' && findOpenTurn(floor) === null)
  const segment = useCurrentSegment()
  const startedAt = useView(({ progress: { current, actual } }) => (current === null ? undefined : actual[current]?.startedAt))
  if (!isRunning || segment === null || !isTopic(segment) || startedAt === undefined) return null
  return now - startedAt < shownMs ? segment : null
}
