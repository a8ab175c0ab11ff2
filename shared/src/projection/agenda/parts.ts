import type { ActualTimes, SegmentLengths } from '../../contract/agenda.ts'
import type { PastTurn } from '../../contract/floor.ts'
import type { QuestionId, SegmentId } from '../../contract/ids.ts'
import { countsAsIntervention } from '../../contract/kinds.ts'
import type { PlannedSegment } from '../../contract/plan.ts'
import type { QuestionsState } from '../../contract/questions.ts'
import type { Instant } from '../../kernel/time.ts'
import { groupBy, memoize } from '../memo.ts'
import { everyone, valuePart } from '../part.ts'

/** The progress of the agenda. The plan is a separate part and does not change. */
export type ProgressView = {
  readonly current: SegmentId | null
  readonly actual: Readonly<Record<SegmentId, ActualTimes>>
  /** Lengths that replace the planned ones. */
  readonly lengths: SegmentLengths
  readonly suspendedAt: Instant | null
}
/** The number of interventions heard and of questions answered in each segment. */
export type SegmentCountsView = Readonly<Record<SegmentId, { readonly interventions: number; readonly answers: number }>>

export const agendaParts = {
  plan: valuePart(
    'The segments of the agenda, as they were planned.',
    everyone,
    ['agenda'],
    ({ agenda }): readonly PlannedSegment[] => agenda.segments,
  ),
  progress: valuePart(
    'The progress of the agenda: the current segment, and when segments really began and ended.',
    everyone,
    ['agenda'],
    ({ agenda: { current, actual, lengths, suspendedAt } }): ProgressView => ({
      current,
      actual,
      lengths,
      suspendedAt,
    }),
  ),
  segmentCounts: valuePart(
    'The number of interventions heard and of questions answered in each segment.',
    everyone,
    ['floor', 'questions', 'agenda'],
    ({ floor, questions, agenda }): SegmentCountsView => {
      const { interventions, answers } = groupPastBySegment(floor.past)
      const answered = listAnswers(answers, questions.all)
      return Object.fromEntries(
        agenda.segments.map(({ id }) => [
          id,
          {
            interventions: interventions.get(id)?.length ?? 0,
            answers: answered.filter(({ segment }) => segment === id).length,
          },
        ]),
      )
    },
  ),
}

const groupPastBySegment = memoize((past: readonly PastTurn[]) => ({
  interventions: groupBy(
    past.filter(({ kind }) => countsAsIntervention(kind)),
    ({ segment }) => segment,
  ),
  answers: past.filter(({ question }) => question !== null),
}))

/**
 * Lists the last answer to each question that counts as answered live. A question taken off the screen unanswered has had turns, but does
 * not count.
 */
const listAnswers = (past: readonly PastTurn[], questions: QuestionsState['all']): readonly PastTurn[] => {
  const last = new Map<QuestionId, PastTurn>()
  for (const turn of past) if (turn.question !== null && questions.get(turn.question)?.answer === 'live') last.set(turn.question, turn)
  return [...last.values()]
}
