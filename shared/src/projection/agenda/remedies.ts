/** What can be done about being late, worked out before it is chosen: whose time is taken, and how much. */
import type { Remedy } from '../../contract/enums.ts'
import type { SegmentId } from '../../contract/ids.ts'
import type { Limits } from '../../contract/limits.ts'
import type { PlannedSegment } from '../../contract/plan.ts'
import { type Instant, type Millis, millisOf, minutes } from '../../kernel/time.ts'
import { limitForAll, type Pace, type Waiting } from '../queue/forecast.ts'
import type { ProgressView } from './parts.ts'
import { lengthOf, segmentEnd, timelineAt } from './timeline.ts'

const minute = minutes(1)

export type Relief = {
  readonly remedy: Remedy
  readonly lengths: readonly { readonly segment: SegmentId; readonly from: Millis; readonly length: Millis }[]
  /** For everyone not yet called; null where it stays. */
  readonly limit: Millis | null
  /** Of what is needed, in whole minutes. */
  readonly won: Millis
  readonly needed: Millis
}

type Now = { readonly plan: readonly PlannedSegment[]; readonly progress: ProgressView; readonly hardEnd: Instant; readonly now: Instant }
type List = { readonly limits: Limits; readonly waiting: readonly Waiting[]; readonly pace: Pace; readonly free: Instant }

/** Those that would help, each with what it would do, for as many whole minutes as it is said to be late. */
export const remediesAt = (time: Now, list: List): readonly Relief[] => {
  const { plan, progress, now } = time
  const late = Math.floor(timelineAt(plan, progress, now).behind / minute)
  const index = plan.findIndex(({ id }) => id === progress.current)
  if (late < 1 || index === -1) return []
  const ahead = plan.slice(index + 1).filter(({ id }) => !progress.held[id])
  const reliefs = [taken('later', ahead, progress, late), taken('next', ahead.slice(0, 1), progress, late), shorter(time, list, late)]
  return reliefs.filter((relief) => relief !== null)
}

/** At least half of what was planned stays, and a minute. */
const spare = (segment: PlannedSegment, progress: ProgressView): number =>
  Math.max(0, Math.floor((lengthOf(segment, progress) - Math.max(minute, segment.length / 2)) / minute))

/** Whole minutes, in proportion to the lengths, none below its least. */
const taken = (remedy: Remedy, from: readonly PlannedSegment[], progress: ProgressView, late: number): Relief | null => {
  const parts = from.map((segment) => ({ segment, length: lengthOf(segment, progress), spare: spare(segment, progress), gives: 0 }))
  let needed = Math.min(
    late,
    parts.reduce((total, part) => total + part.spare, 0),
  )
  const won = needed
  while (needed > 0) {
    // The next minute comes from where least has been taken for its length.
    const open = parts.filter(({ gives, spare }) => gives < spare)
    const next = open.reduce((best, part) => ((part.gives + 1) / part.length < (best.gives + 1) / best.length ? part : best))
    next.gives += 1
    needed -= 1
  }
  if (won === 0) return null
  return {
    remedy,
    lengths: parts
      .filter(({ gives }) => gives > 0)
      .map(({ segment, length, gives }) => ({ segment: segment.id, from: length, length: millisOf(length - gives * minute) })),
    limit: null,
    won: millisOf(won * minute),
    needed: millisOf(late * minute),
  }
}

/** The part that runs ends as much earlier, and those who still wait in it have as much less. */
const shorter = ({ plan, progress, hardEnd, now }: Now, { limits, waiting, pace, free }: List, late: number): Relief | null => {
  const segment = plan.find(({ id }) => id === progress.current)
  if (!segment || waiting.length === 0) return null
  const length = lengthOf(segment, progress)
  const gone = now - (progress.held[segment.id]?.beganAt ?? now)
  const won = Math.min(late, Math.floor((length - Math.max(gone, minute)) / minute))
  if (won < 1) return null
  const then = { ...progress, lengths: { ...progress.lengths, [segment.id]: millisOf(length - won * minute) } }
  const left = millisOf(Math.max(0, segmentEnd(plan, then, hardEnd, now) - free))
  const limit = limitForAll(limits, waiting, left, pace)
  if (limit >= limits.everyone) return null
  return {
    remedy: 'shorten',
    lengths: [{ segment: segment.id, from: length, length: millisOf(length - won * minute) }],
    limit,
    won: millisOf(won * minute),
    needed: millisOf(late * minute),
  }
}
