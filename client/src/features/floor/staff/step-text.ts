/** A step in words: "Started Library federation, 12:07:48", and the name of its Undo button: "Undo start". */
import type { UndoableCommand } from '@rostrum/shared/contract/steps'
import type { View } from '@rostrum/shared/projection/registry'
import type { StepSummaryView, StepView } from '@rostrum/shared/projection/steps'
import type { MessageKey } from '../../../text/catalogue.ts'
import { isolateNumber } from '../../../text/isolation.ts'
import { formatQuestionLabel } from '../../../text/labels.ts'
import type { Translate } from '../../../text/messages.ts'
import { formatDuration, formatExactTime } from '../../../text/times.ts'

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
  'floor.intend': 'step.intended',
  'floor.set-limit': 'step.limited',
  'agenda.go': 'step.went',
  'agenda.adjust': 'step.adjusted',
  'session.open': 'step.opened',
  'session.suspend': 'step.suspended',
  'session.resume': 'step.sessionResumed',
  'session.close': 'step.closed',
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
  'queue.hold': 'step.held',
  'queue.return': 'step.returned',
  'queue.advance-replies': 'step.repliesAdvanced',
} as const satisfies StepMessages
/** For a step about two requests, if both are known. */
const pairMessages: Partial<StepMessages> = { 'queue.swap': 'step.swappedPair', 'queue.merge': 'step.mergedPair' }
const undoMessages = {
  'floor.call': 'undo.called',
  'floor.call-last': 'undo.callLast',
  'floor.give': 'undo.called',
  'floor.start': 'undo.started',
  'floor.pause': 'undo.paused',
  'floor.resume': 'undo.resumed',
  'floor.extend': 'undo.extended',
  'floor.end': 'undo.ended',
  'floor.mark-absent': 'undo.absent',
  'floor.recognize': 'undo.recognized',
  'floor.intend': 'undo.intended',
  'floor.set-limit': 'undo.limited',
  'agenda.go': 'undo.went',
  'agenda.adjust': 'undo.adjusted',
  'session.open': 'undo.opened',
  'session.suspend': 'undo.suspended',
  'session.resume': 'undo.sessionResumed',
  'session.close': 'undo.closed',
  'questions.show': 'undo.shown',
  'questions.unshow': 'undo.unshown',
  'questions.mark-answered': 'undo.settled',
  'queue.open': 'undo.listOpened',
  'queue.close': 'undo.listClosed',
  'queue.last-call': 'undo.lastCall',
  'queue.set-order': 'undo.ordered',
  'queue.move': 'undo.moved',
  'queue.unpin': 'undo.unpinned',
  'queue.swap': 'undo.swapped',
  'queue.merge': 'undo.merged',
  'queue.separate': 'undo.separated',
  'queue.remove': 'undo.removed',
  'queue.hold': 'undo.held',
  'queue.return': 'undo.returned',
  'queue.advance-replies': 'undo.repliesAdvanced',
} as const satisfies StepMessages

type StepTextView = Pick<View, 'questions' | 'session' | 'plan'>

export const formatStep = (
  t: Translate,
  {
    commandType,
    speaker,
    question,
    segment,
    at,
    other,
    added = null,
    ended = false,
  }: StepSummaryView & Partial<Pick<StepView, 'added' | 'ended'>>,
  { questions, session, plan }: StepTextView,
): string => {
  const time = formatExactTime(at, session.timeZone)
  const number = question ? (questions[question]?.number ?? 0) : 0
  const who = speaker ? speaker.entity : number > 0 ? formatQuestionLabel(t, number) : t('give.panel')
  const title = plan.find(({ id }) => id === segment)?.title ?? ''
  if (added !== null) return t(added > 0 ? 'step.added' : 'step.shortened', { who, time, by: formatTimeChange(t, Math.abs(added), '') })
  if (ended && commandType === 'agenda.go') return t('step.endedAndWent', { who, title, time })
  const pair = other && pairMessages[commandType]
  if (pair) return t(pair, { who, other: other.entity, time })
  return t(stepMessages[commandType], { who, title, time })
}

/** "Undo start", "Undo +30 s". */
export const formatUndo = (t: Translate, { commandType, added, ended }: Pick<StepView, 'commandType' | 'added' | 'ended'>): string => {
  if (ended) return t(commandType === 'agenda.go' ? 'undo.both' : 'undo.calledAndEnded')
  return added === null
    ? t(undoMessages[commandType])
    : t('undo.time', { by: formatTimeChange(t, Math.abs(added), added > 0 ? '+' : '\u2212') })
}

/** Writes the change like the pressed button: seconds below a minute, "+30 s". */
const formatTimeChange = (t: Translate, milliseconds: number, sign: string): string =>
  milliseconds < 60_000
    ? t('step.seconds', { n: isolateNumber(`${sign}${Math.round(milliseconds / 1000)}`) })
    : isolateNumber(`${sign}${formatDuration(milliseconds)}`)
