/** The subject of a note in words: an organization, a question, an answer, a statement or a segment. */

import type { SegmentId } from '@rostrum/shared/contract/ids'
import type { NoteSubject } from '@rostrum/shared/contract/note-subjects'
import type { PlannedSegment } from '@rostrum/shared/contract/plan'
import { formatQuestionLabel } from '../../../text/labels.ts'
import type { Translate } from '../../../text/messages.ts'
import { getSegmentName } from '../../../widgets/segment-name.ts'
import type { NoteTarget } from '../note-list.ts'
import { findNoteAnswerer, findStatement, findSubjectTurn, type NoteSources } from './timeline-entries.ts'

/** Topics have a numbering of their own. */
export const getNoteSegmentName = (t: Translate, plan: readonly PlannedSegment[], id: SegmentId | null): string => {
  const segment = plan.find((one) => one.id === id)
  return segment ? getSegmentName(t, plan, segment) : t('notes.noPart')
}

/** A question without a number was never published. */
const getQuestionName = (t: Translate, number: number | undefined): string =>
  number ? formatQuestionLabel(t, number) : t('notes.questionUnnumbered')

/** An organization, "Q05", "Answer to Q05: Organization" or "Statement: Organization". */
export const getSubjectName = (t: Translate, about: NoteSubject, sources: NoteSources): string => {
  const { turns, questions, statements } = sources
  switch (about.kind) {
    case 'turn':
      return findSubjectTurn(turns, about)?.speaker?.entity ?? t('notes.earlier')
    case 'statement': {
      const who = findStatement(statements, about)?.entity
      return who === undefined ? t('notes.statementGone') : t('notes.statementOf', { who })
    }
    case 'question':
      return getQuestionName(t, questions[about.question]?.number)
    case 'answer-to': {
      const question = getQuestionName(t, questions[about.question]?.number)
      const who = findNoteAnswerer(sources, about.question)?.entity
      return who === undefined ? t('notes.answer', { question }) : t('notes.answerBy', { question, who })
    }
  }
}

export const getTargetName = (
  t: Translate,
  { segment, about }: NoteTarget,
  { plan, ...sources }: NoteSources & { readonly plan: readonly PlannedSegment[] },
): string => {
  if (about === null) return t('notes.pointOn', { what: getNoteSegmentName(t, plan, segment) })
  const name = getSubjectName(t, about, sources)
  return about.kind === 'turn' ? t('notes.pointFrom', { who: name }) : t('notes.pointOn', { what: name })
}
