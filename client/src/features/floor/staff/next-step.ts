/** Decides the one next action, with its texts, from the state of the floor and the first entry in the queue. */
import type { Command, CommandType } from '@rostrum/shared/contract/registry'
import { computeRemaining } from '@rostrum/shared/projection/floor/clock'
import type { TurnView } from '@rostrum/shared/projection/floor/parts'
import type { View } from '@rostrum/shared/projection/registry'
import type { Translate } from '../../../text/messages.ts'
import { formatDuration, formatTime } from '../../../text/times.ts'
import type { IconName } from '../../../ui/icon-paths.ts'

/** Commands that change what the next action is, wherever on the page they were sent. The next action waits for their replies. */
const nextCommandTypes = [
  'session.open',
  'session.resume',
  'session.close',
  'agenda.go',
  'floor.call',
  'floor.call-last',
  'floor.give',
  'floor.start',
  'floor.end',
  'floor.mark-absent',
  'floor.recognize',
  'questions.show',
  'questions.unshow',
  'questions.mark-answered',
  'steps.undo',
] as const satisfies readonly CommandType[]
type NextCommand = Extract<Command, { readonly type: (typeof nextCommandTypes)[number] }>

export const isNextCommand = ({ type }: Pick<Command, 'type'>): boolean => nextCommandTypes.some((one) => one === type)

export type NextStep = {
  readonly verb: string
  readonly object?: string | undefined
  readonly icon: IconName
  /** Null while nothing can be done; then `object` says why. */
  readonly command: NextCommand | null
  /** The session is closed. Only the record is left to read. */
  readonly over?: boolean
}

type NextStepView = Pick<View, 'session' | 'floor' | 'entries' | 'queue'>

export const getNextStep = (t: Translate, view: NextStepView): NextStep => {
  const { session, floor } = view
  if (session.phase === 'planned') {
    const object = t('session.openObject', { time: formatTime(session.startsAt, session.timeZone) })
    return { verb: t('session.open'), object, icon: 'play', command: { type: 'session.open', data: {} } }
  }
  if (session.phase === 'closed') return { verb: t('record.goTo'), object: t('session.closed'), icon: 'report', command: null, over: true }
  if (session.phase === 'suspended') {
    return { verb: t('session.resume'), object: t('session.resumeObject'), icon: 'play', command: { type: 'session.resume', data: {} } }
  }
  if (!floor.current) return makeCallStep(t, view, 'control.callNext')
  const { id, kind, startedAt, limit } = floor.current
  if (kind === 'point-of-order') {
    return {
      verb: t('control.endPoint'),
      object: getResumeText(t, floor.interrupted),
      icon: 'check',
      command: { type: 'floor.end', data: { turn: id } },
    }
  }
  if (startedAt === null) {
    const object = t('control.whoLimit', { who: getSpeakerName(t, floor.current), limit: formatDuration(limit) })
    return { verb: t('control.startClock'), object, icon: 'play', command: { type: 'floor.start', data: { turn: id } } }
  }
  if (view.queue.next !== null) return makeCallStep(t, view, kind === 'answer' ? 'control.answered' : 'control.endAndCall')
  const object = t(view.queue.status.kind === 'closed' ? 'control.listClosed' : 'control.nobodyWaits')
  return {
    verb: t(kind === 'answer' ? 'control.answeredOnly' : 'control.end'),
    object,
    icon: 'check',
    command: { type: 'floor.end', data: { turn: id } },
  }
}

const makeCallStep = (
  t: Translate,
  { floor, entries, queue }: NextStepView,
  verb: 'control.callNext' | 'control.answered' | 'control.endAndCall',
): NextStep => {
  const first = queue.next
  const row = first ? entries[first] : undefined
  if (!first || !row) {
    return {
      verb: t(verb),
      object: t(queue.status.kind === 'closed' ? 'control.listClosed' : 'control.nobodyWaits'),
      icon: 'next',
      command: null,
    }
  }
  const channel = t(row.channel === 'remote' ? 'channel.isRemote' : 'channel.inRoom')
  const who = { who: row.entity, channel }
  return {
    verb: t(verb),
    object: row.kind === 'right-of-reply' ? t('control.whoReplies', who) : t(row.ready ? 'control.whoReady' : 'control.whoFrom', who),
    icon: 'next',
    command: { type: 'floor.call', data: { entry: first, expectedCurrent: floor.current?.id ?? null, expectedNext: first } },
  }
}

export const getSpeakerName = (t: Translate, { speaker }: Pick<TurnView, 'speaker'>): string => speaker?.entity ?? t('floor.answering')

/** A turn that the Chair paused before the interruption stays paused. All others resume with the time they had left. */
const getResumeText = (t: Translate, interrupted: TurnView | null): string | undefined => {
  if (interrupted?.paused?.cause !== 'point-of-order') return undefined
  return t('control.resumes', {
    who: getSpeakerName(t, interrupted),
    time: formatDuration(Math.max(0, computeRemaining(interrupted, interrupted.paused.at))),
  })
}
