/** Decides the next action and the other possible acts of a Chair, with their texts, from the state of the session. */

import type { EntryId, TurnId } from '@rostrum/shared/contract/ids'
import { type InterruptingKind, interrupts } from '@rostrum/shared/contract/kinds'
import { isLastWordGiven } from '@rostrum/shared/contract/last-word'
import { computeRemaining } from '@rostrum/shared/projection/floor/clock'
import type { TurnView } from '@rostrum/shared/projection/floor/parts'
import type { EntryRow } from '@rostrum/shared/projection/queue/rows'
import { getSpeakerName } from '../../../text/labels.ts'
import type { Translate } from '../../../text/messages.ts'
import { formatDuration, formatTime } from '../../../text/times.ts'
import { getSegmentName } from '../../../widgets/segment-name.ts'
import { listOwnSteps } from './moving-on.ts'
import type { NextStep, NextStepView, StepChoices } from './step-types.ts'
import { stepWords } from './step-words.ts'

export type KnownOfSteps = { readonly topicOver?: boolean; readonly itsDay?: boolean; readonly hasRehearsal?: boolean }

/**
 * `topicOver`: the time of the current segment is used up. `itsDay`: the session is planned for today. `hasRehearsal`: the opening deletes
 * a rehearsal.
 */
export const getNextSteps = (t: Translate, view: NextStepView, known: KnownOfSteps = {}): StepChoices => {
  const { session, floor } = view
  if (session.phase === 'planned') {
    const object = t('session.openObject', { time: formatTime(session.startsAt, session.timeZone) })
    const isAsked = known.itsDay === false || known.hasRehearsal === true
    const step = { id: 'open', verb: t('session.open'), object, icon: 'play' } as const
    return only(isAsked ? { ...step, opens: { kind: 'open' } } : { ...step, command: { type: 'session.open', data: {} } })
  }
  if (session.phase === 'closed') return only(makeRecordStep(t, session.rehearsal))
  if (session.phase === 'suspended') {
    return only({
      id: 'resume',
      verb: t('session.resume'),
      object: getKeepsText(t, floor) ?? t('session.resumeObject'),
      icon: 'play',
      command: { type: 'session.resume', data: {} },
    })
  }
  const { current } = floor
  if (current && interrupts(current.kind)) return only(makeEndPointStep(t, view, current.id, current.kind))
  const point = view.pointsOfOrder?.[0]
  const row = point ? view.entries[point] : undefined
  const { main, others } = getStepsOfTurn(t, view, known)
  return point && row && interrupts(row.kind)
    ? { main: makeRecognizeStep(t, point, row, row.kind, current), others: [main, ...others] }
    : { main, others }
}

const only = (main: NextStep): StepChoices => ({ main, others: [] })

const getStepsOfTurn = (t: Translate, view: NextStepView, { topicOver = false }: KnownOfSteps): StepChoices => {
  const { current } = view.floor
  if (current && current.startedAt === null) return only(makeStartStep(t, current))
  const own = listOwnSteps(t, view)
  const moves = own.filter(({ id }) => id === 'go' || id === 'close')
  const rest = own.filter((step) => !moves.includes(step))
  const call = makeCallStep(t, view)
  const steps = call
    ? [call, ...sortIf(topicOver, moves, current ? [makeEndStep(t, view, current, 'control.endOnly')] : []), ...rest]
    : current
      ? [makeEndStep(t, view, current), ...moves, ...rest]
      : own
  const intended = makeIntendedSteps(t, view)
  const [main = makeRecordStep(t, view.session.rehearsal), ...others] = [
    ...intended,
    ...steps.filter(({ verb }) => !intended.some((one) => one.verb === verb)),
  ]
  return { main, others }
}

const sortIf = <T>(first: boolean, these: readonly T[], those: readonly T[]): readonly T[] =>
  first ? [...these, ...those] : [...those, ...these]

const makeStartStep = (t: Translate, turn: TurnView): NextStep => ({
  id: 'start',
  verb: t('control.startClock'),
  object: t('control.whoLimit', { who: getSpeakerName(t, turn), limit: formatDuration(turn.limit) }),
  icon: 'play',
  command: { type: 'floor.start', data: { turn: turn.id } },
})

const makeRecordStep = (t: Translate, isRehearsal: boolean): NextStep => ({
  id: 'record',
  verb: t(isRehearsal ? 'record.ofRehearsal' : 'record.goTo'),
  object: t('session.closed'),
  icon: 'report',
  over: true,
})

const makeEndStep = (t: Translate, { queue }: NextStepView, { id, kind }: TurnView, verb?: 'control.endOnly'): NextStep => {
  const { status, waiting } = queue
  const left = waiting.room + waiting.remote
  const object =
    isLastWordGiven(status) && left > 0
      ? t('control.lastWordGiven', { n: left })
      : t(status.kind === 'closed' ? 'control.listClosed' : 'control.nobodyWaits')
  return {
    id: 'end',
    verb: t(verb ?? stepWords[kind].end),
    object: verb ? undefined : object,
    icon: 'check',
    command: { type: 'floor.end', data: { turn: id } },
  }
}

const makeEndPointStep = (t: Translate, { floor, pointsOfOrder }: NextStepView, id: TurnId, kind: InterruptingKind): NextStep => {
  const more = pointsOfOrder?.length ?? 0
  return {
    id: 'end',
    verb: t(stepWords[kind].end),
    object: more > 0 ? t(stepWords[kind].more, { n: more }) : getResumeText(t, floor.interrupted),
    icon: 'check',
    command: { type: 'floor.end', data: { turn: id } },
  }
}

/** A turn that has started is ended first. A call waits until the point is settled. */
const makeRecognizeStep = (t: Translate, entry: EntryId, row: EntryRow, kind: InterruptingKind, current: TurnView | null): NextStep => {
  const ends = current !== null && current.startedAt !== null
  const channel = t(row.channel === 'remote' ? 'channel.isRemote' : 'channel.inRoom')
  return {
    id: 'recognize',
    verb: t(stepWords[kind][ends ? 'endAndRecognize' : 'recognize']),
    object: t('control.whoFrom', { who: row.entity, channel }),
    icon: 'next',
    command: { type: 'floor.recognize', data: { entry, expectedCurrent: current?.id ?? null, ...(ends ? { endsCurrent: true } : {}) } },
  }
}

const makeCallStep = (t: Translate, { floor: { current }, entries, queue }: NextStepView): NextStep | null => {
  const first = queue.next
  const row = first ? entries[first] : undefined
  if (!first || !row) return null
  const channel = t(row.channel === 'remote' ? 'channel.isRemote' : 'channel.inRoom')
  const who = { who: row.entity, channel }
  return {
    id: 'call',
    verb: t(current === null ? 'control.callNext' : stepWords[current.kind].endAndCall),
    object: t(getCallObject(row), who),
    icon: 'next',
    command: { type: 'floor.call', data: { entry: first, expectedCurrent: current?.id ?? null, expectedNext: first } },
  }
}

/** Remote people report on their own device that they are in the meeting and their microphone is ready. */
const getCallObject = ({ kind, ready, channel, hasDevice }: EntryRow) => {
  const { called } = stepWords[kind]
  if (called !== null) return called
  if (ready) return 'control.whoReady'
  return channel === 'remote' && hasDevice ? 'control.whoNotReady' : 'control.whoFrom'
}

/** Returns the act that was deferred until the end of this turn, or of the turn that has just ended. */
const makeIntendedSteps = (t: Translate, { floor: { current }, intention, progress, plan }: NextStepView): readonly NextStep[] => {
  const move = intention?.move
  if (!move || (current !== null && current.id !== intention.turn)) return []
  if (move.kind === 'close') {
    const verb = t(current ? 'control.endAndClose' : 'session.close')
    return [{ id: 'close', verb, object: t('control.asChosen'), icon: 'check', command: { type: 'session.close', data: {} } }]
  }
  const to = plan.find(({ id }) => id === move.to)
  if (!to) return []
  const title = { title: getSegmentName(t, plan, to) }
  return [
    {
      id: 'go',
      verb: current ? t('control.endAndGo', title) : t('agenda.go', title),
      object: t('control.asChosen'),
      icon: 'next',
      command: {
        type: 'agenda.go',
        data: { to: move.to, expectedCurrent: progress.current, ...(current ? { endsTurn: current.id } : {}) },
      },
    },
  ]
}

/** A turn that the Chair paused before the interruption stays paused. All others resume with the time they had left. */
const getResumeText = (t: Translate, interrupted: TurnView | null): string | undefined => {
  if (!interrupted?.paused || interrupted.paused.cause === 'chair' || interrupted.paused.cause === 'suspension') return undefined
  return t('control.resumes', {
    who: getSpeakerName(t, interrupted),
    time: formatDuration(Math.max(0, computeRemaining(interrupted, interrupted.paused.at))),
  })
}

/** Names the speaker who keeps the floor during the suspension, with the time left. */
const getKeepsText = (t: Translate, { current }: NextStepView['floor']): string | undefined => {
  if (!current || current.startedAt === null || !current.paused) return undefined
  const left = formatDuration(Math.max(0, computeRemaining(current, current.paused.at)))
  return t('control.keepsFloor', { who: getSpeakerName(t, current), left })
}
