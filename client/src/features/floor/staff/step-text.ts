/** A step in words: "Started Speaker 07, 12:07:48". */
import type { UndoableCommand } from '@rostrum/shared/contract/steps'
import type { View } from '@rostrum/shared/projection/registry'
import type { StepSummaryView } from '@rostrum/shared/projection/steps'
import type { MessageKey } from '../../../text/catalogue.ts'
import { formatQuestionLabel, formatSpeakerLabel } from '../../../text/labels.ts'
import type { Translate } from '../../../text/messages.ts'
import { formatExactTime } from '../../../text/times.ts'

/** A sentence for every command that can be undone. */
export type StepMessages = Readonly<Record<UndoableCommand, MessageKey>>
const stepMessages = {
  'floor.call': 'step.called',
  'floor.call-last': 'step.callLast',
  'floor.give': 'step.called',
  'floor.start': 'step.started',
  'floor.pause': 'step.paused',
  'floor.resume': 'step.resumed',
  'floor.extend': 'step.extended',
  'floor.end': 'step.ended',
  'floor.mark-absent': 'step.absent',
  'floor.recognize': 'step.recognized',
  'floor.set-limit': 'step.limited',
  'agenda.go': 'step.went',
  'agenda.adjust': 'step.adjusted',
  'session.suspend': 'step.suspended',
  'session.resume': 'step.sessionResumed',
  'questions.show': 'step.shown',
  'questions.unshow': 'step.unshown',
  'questions.mark-answered': 'step.settled',
  'queue.open': 'step.listOpened',
  'queue.close': 'step.listClosed',
  'queue.last-call': 'step.lastCall',
  'queue.set-order': 'step.ordered',
  'queue.move': 'step.moved',
  'queue.unpin': 'step.unpinned',
  'queue.swap': 'step.swapped',
  'queue.merge': 'step.merged',
  'queue.separate': 'step.separated',
  'queue.remove': 'step.removed',
  'queue.advance-replies': 'step.repliesAdvanced',
} as const satisfies StepMessages

type StepTextView = Pick<View, 'questions' | 'session' | 'plan'>

export const formatStep = (
  t: Translate,
  { commandType, speaker, question, segment, at }: StepSummaryView,
  { questions, session, plan }: StepTextView,
): string => {
  const time = formatExactTime(at, session.timeZone)
  const number = question ? (questions[question]?.number ?? 0) : 0
  const who = speaker ? formatSpeakerLabel(t, speaker) : number > 0 ? formatQuestionLabel(t, number) : t('floor.answering')
  const title = plan.find(({ id }) => id === segment)?.title ?? ''
  return t(stepMessages[commandType], { who, title, time })
}
