/** The subject of a note in words: an organization, a question, or a segment. */

import type { SegmentId } from '@rostrum/shared/contract/ids'
import type { PlannedSegment } from '@rostrum/shared/contract/plan'
import type { View } from '@rostrum/shared/projection/registry'
import { formatQuestionLabel } from '../../../text/labels.ts'
import type { Translate } from '../../../text/messages.ts'
import { getSegmentName } from '../../../widgets/segment-name.ts'
import type { NoteTarget } from '../note-list.ts'
import type { NoteTurn } from '../turns.ts'
import { findTurn } from './timeline-entries.ts'

/** Topics have a numbering of their own. */
export const getNoteSegmentName = (t: Translate, plan: readonly PlannedSegment[], id: SegmentId | null): string => {
  const segment = plan.find((one) => one.id === id)
  return segment ? getSegmentName(t, plan, segment) : t('notes.noPart')
}

/** A question without a number was never published. */
export const getQuestionName = (t: Translate, number: number | undefined): string =>
  number ? formatQuestionLabel(t, number) : t('notes.questionUnnumbered')

type NameSources = { readonly plan: readonly PlannedSegment[]; readonly turns: readonly NoteTurn[]; readonly questions: View['questions'] }

export const getTargetName = (t: Translate, { segment, about }: NoteTarget, { plan, turns, questions }: NameSources): string => {
  if (about === null) return t('notes.pointOn', { what: getNoteSegmentName(t, plan, segment) })
  if (about.kind === 'question') return t('notes.pointOn', { what: getQuestionName(t, questions[about.question]?.number) })
  const by = findTurn(turns, about.turn)?.speaker
  return by ? t('notes.pointFrom', { who: by.entity }) : t('notes.pointEarlier')
}
