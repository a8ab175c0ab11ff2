import type { ActualTimes, SegmentLengths } from '../../contract/agenda.ts'
import type { SegmentId } from '../../contract/ids.ts'
import type { PlannedSegment } from '../../contract/plan.ts'
import { audiences } from '../../contract/roles.ts'
import type { Instant } from '../../kernel/time.ts'
import { valuePart } from '../part.ts'

/** The progress of the agenda. The plan is a separate part and does not change. */
export type ProgressView = {
  readonly current: SegmentId | null
  readonly actual: Readonly<Record<SegmentId, ActualTimes>>
  /** Lengths that replace the planned ones. */
  readonly lengths: SegmentLengths
  readonly suspendedAt: Instant | null
}
/** How many interventions and answers were heard in each segment. */
export type SegmentCountsView = Readonly<Record<SegmentId, { readonly interventions: number; readonly answers: number }>>

export const agendaParts = {
  plan: valuePart(audiences, ['agenda'], ({ agenda }): readonly PlannedSegment[] => agenda.segments),
  progress: valuePart(
    audiences,
    ['agenda'],
    ({ agenda: { current, actual, lengths, suspendedAt } }): ProgressView => ({
      current,
      actual,
      lengths,
      suspendedAt,
    }),
  ),
  segmentCounts: valuePart(audiences, ['floor', 'agenda'], ({ floor, agenda }): SegmentCountsView => {
    const count = (segment: SegmentId, kind: string) => floor.past.filter((turn) => turn.segment === segment && turn.kind === kind).length
    return Object.fromEntries(
      agenda.segments.map(({ id }) => [id, { interventions: count(id, 'intervention'), answers: count(id, 'answer') }]),
    )
  }),
}
