import type { Held, Lengths } from '../../contract/agenda.ts'
import type { SegmentId } from '../../contract/ids.ts'
import type { PlannedSegment } from '../../contract/plan.ts'
import type { Instant } from '../../kernel/time.ts'
import { audiencePart } from '../part.ts'

/** How far the agenda has come; the plan beside it never changes. */
export type ProgressView = {
  readonly current: SegmentId | null
  readonly held: Readonly<Record<SegmentId, Held>>
  /** Reckoned with instead of what was planned. */
  readonly lengths: Lengths
  readonly suspendedAt: Instant | null
}
/** What was heard in each segment. */
export type TallyView = Readonly<Record<SegmentId, { readonly spoke: number; readonly answered: number }>>

export const agendaParts = {
  plan: audiencePart<readonly PlannedSegment[]>(['agenda'], ({ agenda }) => agenda.segments),
  progress: audiencePart<ProgressView>(['agenda'], ({ agenda: { current, held, lengths, suspendedAt } }) => ({
    current,
    held,
    lengths,
    suspendedAt,
  })),
  tally: audiencePart<TallyView>(['floor', 'agenda'], ({ floor, agenda }) => {
    const count = (segment: SegmentId, kind: string) => floor.past.filter((turn) => turn.segment === segment && turn.kind === kind).length
    return Object.fromEntries(agenda.segments.map(({ id }) => [id, { spoke: count(id, 'intervention'), answered: count(id, 'answer') }]))
  }),
}
