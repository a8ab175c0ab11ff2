/** What a point is about, in words: an organization, a question, or a part of the agenda. */

import type { SegmentId } from '@rostrum/shared/contract/ids'
import type { PlannedSegment } from '@rostrum/shared/contract/plan'
import type { View } from '@rostrum/shared/projection/registry'
import { questionLabel } from '../../../text/labels.ts'
import type { Speak } from '../../../text/messages.ts'
import type { Target } from '../note-list.ts'
import type { Turn } from '../turns.ts'
import { turnIn } from './timeline-entries.ts'

/** Topics are numbered among themselves. */
export const partName = (t: Speak, plan: readonly PlannedSegment[], id: SegmentId | null): string => {
  const segment = plan.find((one) => one.id === id)
  if (!segment) return t('notes.noPart')
  const n = plan.filter(({ kind }) => kind === 'topic').indexOf(segment) + 1
  return n > 0 ? t('agenda.numbered', { n, title: segment.title }) : segment.title
}

/** A question without a number was never published. */
export const questionName = (t: Speak, number: number | undefined): string =>
  number ? questionLabel(t, number) : t('notes.questionUnnumbered')

type Known = { readonly plan: readonly PlannedSegment[]; readonly turns: readonly Turn[]; readonly questions: View['questions'] }

/** "Point from Library federation", "Point on Q09", "Point on 2 Failures". */
export const targetName = (t: Speak, { segment, about }: Target, { plan, turns, questions }: Known): string => {
  if (about === null) return t('notes.pointOn', { what: partName(t, plan, segment) })
  if (about.kind === 'question') return t('notes.pointOn', { what: questionName(t, questions[about.question]?.number) })
  const by = turnIn(turns, about.turn)?.by
  return by ? t('notes.pointFrom', { who: by.entity }) : t('notes.pointEarlier')
}
