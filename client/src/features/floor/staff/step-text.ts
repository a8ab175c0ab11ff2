/** What was done, in words: "Started Speaker 07, 12:07:48". */
import type { CommandType } from '@rostrum/shared/contract/registry'
import type { View } from '@rostrum/shared/projection/registry'
import type { ActView } from '@rostrum/shared/projection/steps'
import { questionLabel, speakerLabel } from '../../../text/labels.ts'
import type { Speak } from '../../../text/messages.ts'
import { exactTime } from '../../../text/times.ts'

/** Every step that there is has its sentence; whoever adds a step adds its words here. */
const sentences = {
  'floor.call': 'step.called',
  'floor.last-word': 'step.lastWord',
  'floor.give': 'step.called',
  'floor.start': 'step.started',
  'floor.pause': 'step.paused',
  'floor.resume': 'step.resumed',
  'floor.extend': 'step.extended',
  'floor.end': 'step.ended',
  'floor.absent': 'step.absent',
  'floor.recognize': 'step.recognized',
  'floor.limit': 'step.limited',
  'agenda.go': 'step.went',
  'agenda.adjust': 'step.adjusted',
  'session.suspend': 'step.suspended',
  'session.resume': 'step.sessionResumed',
  'questions.show': 'step.shown',
  'questions.unshow': 'step.unshown',
  'questions.settle': 'step.settled',
  'queue.open': 'step.listOpened',
  'queue.close': 'step.listClosed',
  'queue.last-call': 'step.lastCall',
  'queue.order': 'step.ordered',
  'queue.move': 'step.moved',
  'queue.unpin': 'step.unpinned',
  'queue.swap': 'step.swapped',
  'queue.merge': 'step.merged',
  'queue.separate': 'step.separated',
  'queue.remove': 'step.removed',
  'queue.advance-replies': 'step.repliesAdvanced',
} as const

export type StepType = keyof typeof sentences
const isStepType = (what: CommandType): what is StepType => what in sentences

type Seen = Pick<View, 'questions' | 'session' | 'plan'>

export const actWords = (t: Speak, { what, speaker, question, segment, at }: ActView, { questions, session, plan }: Seen): string => {
  const time = exactTime(at, session.timeZone)
  if (!isStepType(what)) return time
  const number = question ? (questions[question]?.number ?? 0) : 0
  const who = speaker ? speakerLabel(t, speaker) : number > 0 ? questionLabel(t, number) : t('floor.answering')
  const title = plan.find(({ id }) => id === segment)?.title ?? ''
  return t(sentences[what], { who, title, time })
}
