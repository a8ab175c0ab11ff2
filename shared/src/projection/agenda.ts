import type { Held } from '../contract/agenda.ts'
import type { PlannedSegment } from '../contract/plan.ts'
import type { SegmentId } from '../kernel/ids.ts'
import { audiencePart } from './part.ts'

/** How far the agenda has come; the plan beside it never changes. */
export type ProgressView = { readonly current: SegmentId | null; readonly held: Readonly<Record<SegmentId, Held>> }
/** What was heard in each segment. */
export type TallyView = Readonly<Record<SegmentId, { readonly spoke: number; readonly answered: number }>>

export const agendaParts = {
  plan: audiencePart<readonly PlannedSegment[]>(['agenda'], ({ agenda }) => agenda.segments),
  progress: audiencePart<ProgressView>(['agenda'], ({ agenda: { current, held } }) => ({ current, held })),
  tally: audiencePart<TallyView>(['floor', 'agenda'], ({ floor, agenda }) => {
    const count = (segment: SegmentId, kind: string) => floor.past.filter((turn) => turn.segment === segment && turn.kind === kind).length
    return Object.fromEntries(agenda.segments.map(({ id }) => [id, { spoke: count(id, 'intervention'), answered: count(id, 'answer') }]))
  }),
}
