/** The one forecast of the list of speakers: the Chair and those who wait read the same times. */
import { isItsDay } from '../../contract/opening-day.ts'
import type { PlannedSegment } from '../../contract/plan.ts'
import { type Instant, type Millis, minutes, toInstant, toMillis, zeroMillis } from '../../kernel/time.ts'
import type { ProgressView } from '../agenda/parts.ts'
import { computeSegmentEnd, computeTimeline, countMinutesBehind } from '../agenda/timeline.ts'
import { computeFloorFree } from '../floor/clock.ts'
import type { FloorView } from '../floor/parts.ts'
import type { SessionView } from '../session.ts'
import { computeTimeForReplies } from './forecast.ts'
import type { QueueView } from './parts.ts'

type OutlookView = {
  readonly plan: readonly PlannedSegment[]
  readonly progress: ProgressView
  readonly session: Pick<SessionView, 'phase' | 'openedAt' | 'startsAt' | 'endsAt' | 'rehearsal'>
  readonly floor: Pick<FloorView, 'current' | 'interrupted' | 'limits' | 'pace' | 'reserve'>
  readonly queue: Pick<QueueView, 'replies' | 'repliesFirst'>
}

export type Outlook = {
  /** When the floor is free for the first who is called. */
  readonly free: Instant
  /** When the current segment should end. */
  readonly end: Instant
  /** The time that the session is ahead, and that this segment can use beyond its end. */
  readonly gained: Millis
  /** The time that everybody who waits has together, with what is gained. Rights of reply that come first are among them. */
  readonly left: Millis
  /** The same for the list of speakers alone. */
  readonly leftForList: Millis
}

/** Null if no segment is running. While the session is suspended nobody knows the end. */
export const computeOutlook = (view: OutlookView, now: Instant): Outlook | null => {
  const { plan, progress, session, floor, queue } = view
  if (progress.current === null || session.phase !== 'open') return null
  const free = computeFloorFree(floor, now)
  const end = computeSegmentEnd(plan, progress, session.endsAt, now)
  const latest = computeSegmentEnd(plan, progress, session.endsAt, now, computeMinutesAhead(view, now))
  const left = latest - floor.reserve - free
  const leftForList = left - computeTimeForReplies(floor, queue)
  return {
    free,
    end,
    gained: toMillis(latest - end),
    left: toMillis(Math.max(0, left)),
    leftForList: toMillis(Math.max(0, leftForList)),
  }
}

/** When a segment ends if it also uses the time that was gained. */
export const getLatestEnd = ({ end, gained }: Pick<Outlook, 'end' | 'gained'>): Instant => toInstant(end + gained)

/** In whole minutes, as the delay is shown. A session on another day than planned is neither late nor early. */
const computeMinutesAhead = ({ plan, progress, session, floor }: OutlookView, now: Instant): Millis => {
  if (!isItsDay(session, session.openedAt ?? now)) return zeroMillis
  return minutes(Math.max(0, -countMinutesBehind(computeTimeline(plan, progress, now, null, computeFloorFree(floor, now)))))
}
