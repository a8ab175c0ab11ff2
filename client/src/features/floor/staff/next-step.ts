/** Decides the next action and the other possible acts of a Chair, with their texts, from the state of the session. */

import { channelRules, sumChannels } from '@rostrum/shared/contract/channels'
import type { EntryId, TurnId } from '@rostrum/shared/contract/ids'
import { type InterruptingKind, interrupts } from '@rostrum/shared/contract/kinds'
import { isLastWordGiven } from '@rostrum/shared/contract/last-word'
import { isQuietPoint } from '@rostrum/shared/contract/put-off'
import { findWaitingTurn } from '@rostrum/shared/contract/ruling'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { TurnView } from '@rostrum/shared/projection/floor/parts'
import type { EntryRow } from '@rostrum/shared/projection/queue/rows'
import { whereWords } from '../../../text/channel-words.ts'
import { joinParts } from '../../../text/join-texts.ts'
import { getSpeakerName } from '../../../text/labels.ts'
import type { Translate } from '../../../text/messages.ts'
import { formatDuration, formatTime } from '../../../text/times.ts'
import { getSegmentName } from '../../../widgets/segment-name.ts'
import { listOwnSteps } from './moving-on.ts'
import type { NextStep, NextStepView, StepChoices } from './step-types.ts'
import { stepWords } from './step-words.ts'

export type KnownOfSteps = {
  readonly topicOver?: boolean
  readonly itsDay?: boolean
  readonly hasRehearsal?: boolean
  readonly nextStart?: Instant | null
}

/**
 * `topicOver`: the time of the current segment is used up. `itsDay`: the session is planned for today. `hasRehearsal`: the opening deletes
 * a rehearsal. `nextStart`: when the next segment is likely to start, on the day of the session.
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
      object: t('session.resumeObject'),
      icon: 'play',
      command: { type: 'session.resume', data: {} },
    })
  }
  const { current } = floor
  if (current && interrupts(current.kind)) return getStepsOfPoint(t, view, current, current.kind)
  const point = findPoint(view)
  const { main, others } = getStepsOfTurn(t, view, known)
  if (!point || isQuietPoint(view, point.entry)) return { main, others }
  const recognize = makeRecognizeStep(t, view, point)
  // The Chair has read the ruling on an earlier point by then. An interrupted speaker who went on now would be interrupted again at once.
  return { main: recognize, others: [main, ...others] }
}

const only = (main: NextStep): StepChoices => ({ main, others: [] })

type WaitingPoint = { readonly entry: EntryId; readonly row: EntryRow; readonly kind: InterruptingKind }

/** Returns the point of order that the Chair takes first. Those that wait until after the speaker are last. */
const findPoint = ({ pointsOfOrder, entries }: NextStepView): WaitingPoint | null => {
  const entry = pointsOfOrder?.[0]
  const row = entry ? entries[entry] : undefined
  return entry && row && interrupts(row.kind) ? { entry, row, kind: row.kind } : null
}

const findQuietPoint = (view: NextStepView): WaitingPoint | null => {
  const point = findPoint(view)
  return point && isQuietPoint(view, point.entry) ? point : null
}

const getStepsOfPoint = (t: Translate, view: NextStepView, point: TurnView, kind: InterruptingKind): StepChoices => {
  const end = makeEndPointStep(t, view, point.id, kind)
  return isStopped(point) ? { main: makeResumeStep(t, point), others: [end] } : only(end)
}

/** True if the clock of a turn that has started does not run. */
const isStopped = ({ startedAt, runningSince }: TurnView): boolean => startedAt !== null && runningSince === null

const getStepsOfTurn = (t: Translate, view: NextStepView, { topicOver = false, nextStart = null }: KnownOfSteps): StepChoices => {
  const { current } = view.floor
  const waiting = findWaitingTurn(view.floor)
  if (waiting) return { main: makeResumeStep(t, waiting), others: [{ ...makeEndStep(t, view, waiting), object: undefined }] }
  if (current && current.startedAt === null) return only(makeStartStep(t, current))
  const own = listOwnSteps(t, view, topicOver, nextStart)
  const moves = own.filter(({ opens }) => opens?.kind === 'go' || opens?.kind === 'close')
  const rest = own.filter((step) => !moves.includes(step))
  // A point of order that was put off until after this speaker comes before the next speaker.
  const call = findQuietPoint(view) ? null : makeCallStep(t, view)
  const steps = call
    ? [call, ...sortIf(topicOver, moves, current ? [makeEndStep(t, view, current, 'control.endOnly')] : []), ...rest]
    : current
      ? [makeEndStep(t, view, current), ...moves, ...rest]
      : own
  const intended = makeIntendedSteps(t, view)
  const [main = makeRecordStep(t, view.session.rehearsal), ...others] = [
    ...(current && isStopped(current) ? [makeResumeStep(t, current)] : []),
    ...intended,
    ...steps.filter(({ id }) => !intended.some((one) => one.id === id)),
  ]
  return { main, others }
}

const sortIf = <T>(first: boolean, these: readonly T[], those: readonly T[]): readonly T[] =>
  first ? [...these, ...those] : [...those, ...these]

/** The clock of an answer starts when the Chair has read the question. */
const makeStartStep = (t: Translate, turn: TurnView): NextStep => ({
  id: 'start',
  verb: t('control.startClock'),
  object:
    turn.question === null
      ? t('control.whoLimit', { who: getSpeakerName(t, turn), limit: formatDuration(turn.limit) })
      : t('control.startAnswerObject'),
  icon: 'play',
  command: { type: 'floor.start', data: { turn: turn.id } },
})

/** The clock above the button has the time that is left. */
const makeResumeStep = (t: Translate, turn: TurnView): NextStep => ({
  id: 'continue',
  verb: t(turn.paused?.cause === 'chair' ? 'control.resumeShort' : 'control.continue'),
  object: t('control.continueObject', { who: getSpeakerName(t, turn) }),
  icon: 'play',
  command: { type: 'floor.resume', data: { turn: turn.id } },
})

const makeRecordStep = (t: Translate, isRehearsal: boolean): NextStep => ({
  id: 'record',
  verb: t(isRehearsal ? 'record.ofRehearsal' : 'record.goTo'),
  object: t('session.closed'),
  icon: 'report',
  over: true,
})

const makeEndStep = (t: Translate, view: NextStepView, { id, kind }: TurnView, verb?: 'control.endOnly'): NextStep => ({
  id: 'end',
  verb: t(verb ?? stepWords[kind].end),
  object: verb ? undefined : getEndObject(t, view),
  icon: 'check',
  command: { type: 'floor.end', data: { turn: id } },
})

const getEndObject = (t: Translate, view: NextStepView): string => {
  const { status, waiting } = view.queue
  const point = findQuietPoint(view)
  if (point) return t(stepWords[point.kind].next, { who: point.row.entity })
  const left = sumChannels(waiting)
  if (isLastWordGiven(status) && left > 0) return t('control.lastWordGiven', { n: left })
  return t(status.kind === 'closed' ? 'control.listClosed' : 'control.nobodyWaits')
}

const makeEndPointStep = (t: Translate, { floor, pointsOfOrder }: NextStepView, id: TurnId, kind: InterruptingKind): NextStep => {
  const more = pointsOfOrder?.length ?? 0
  const waits = floor.interrupted && floor.interrupted.startedAt !== null ? floor.interrupted : null
  return {
    id: 'end',
    verb: t(stepWords[kind].end),
    object: joinParts(t, [
      waits ? t('control.thenRuling', { who: getSpeakerName(t, waits) }) : t('control.thenRulingOnly'),
      more > 0 ? t(stepWords[kind].more, { n: more }) : null,
    ]),
    icon: 'check',
    command: { type: 'floor.end', data: { turn: id } },
  }
}

/** A running clock is paused. Nothing ends. */
const makeRecognizeStep = (
  t: Translate,
  { floor: { current }, pointsOfOrder = [] }: NextStepView,
  { entry, row, kind }: WaitingPoint,
): NextStep => {
  const who = { who: row.entity, channel: t(whereWords[row.channel]) }
  return {
    id: 'recognize',
    verb: t(stepWords[kind][current === null || current.runningSince === null ? 'recognize' : 'recognizeAndPause']),
    object: pointsOfOrder.length > 1 ? t(stepWords[kind].oneOfSeveral, { n: 1, ...who }) : t('control.whoFrom', who),
    icon: 'flag',
    command: { type: 'floor.recognize', data: { entry, expectedCurrent: current?.id ?? null } },
  }
}

const makeCallStep = (t: Translate, view: NextStepView): NextStep | null => {
  const { current } = view.floor
  const first = view.queue.next
  const row = first ? view.entries[first] : undefined
  if (!first || !row) return null
  const channel = t(whereWords[row.channel])
  const who = { who: row.entity, channel }
  return {
    id: 'call',
    verb: t(current === null ? 'control.callNext' : stepWords[current.kind].endAndCall),
    object: t(getCallObject(view, row), who),
    icon: 'next',
    command: { type: 'floor.call', data: { entry: first, expectedCurrent: current?.id ?? null, expectedNext: first } },
  }
}

/**
 * Names the facts that matter before the call: a device that is not connected, a call that was missed or declined. People out of sight
 * report on their own device that they are in the meeting and their microphone is ready.
 */
const getCallObject = ({ presence }: NextStepView, { kind, ready, channel, hasDevice, missedCalls, staff }: EntryRow) => {
  if (staff?.person && presence.away?.[staff.person] !== undefined) return 'control.whoAway'
  const { called } = stepWords[kind]
  if (called !== null) return called
  if (ready) return 'control.whoReady'
  if (staff?.declined) return 'control.whoDeclined'
  if (missedCalls > 0) return 'control.whoWasAbsent'
  return !channelRules[channel].isInSight && hasDevice ? 'control.whoNotReady' : 'control.whoFrom'
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
      id: `go-${to.id}`,
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
