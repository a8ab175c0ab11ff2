/**
 * The acts of a Chair when nobody waits: put the next question, open the list, go on in the agenda, give the floor, or close. The time and
 * the turns so far decide the order.
 */

import type { ByChannel } from '@rostrum/shared/contract/channels'
import { isLastWordGiven } from '@rostrum/shared/contract/last-word'
import { segmentRules } from '@rostrum/shared/contract/segment-kinds'
import { type Instant, minutes, seconds } from '@rostrum/shared/kernel/time'
import { joinParts } from '../../../text/join-texts.ts'
import type { Translate } from '../../../text/messages.ts'
import { formatTime } from '../../../text/times.ts'
import { getSegmentName, getSkippedText } from '../../../widgets/segment-name.ts'
import type { NextStep, NextStepView } from './step-types.ts'

/** Moves to the next segment, or to the close after the last one. A dialog first shows whose turn ends and who is not heard. */
const makeMoveStep = (t: Translate, { plan, progress, floor, session }: NextStepView, nextStart: Instant | null): NextStep => {
  const next = plan[plan.findIndex(({ id }) => id === progress.current) + 1]
  const speaks = floor.current !== null
  const skipped = getSkippedText(t, { plan, progress }, next?.id ?? null)
  if (!next)
    return {
      id: 'close',
      verb: t(speaks ? 'control.endAndClose' : 'session.close'),
      object: joinParts(t, [skipped, t('control.closeObject')]),
      icon: 'check',
      opens: { kind: 'close' },
    }
  const title = { title: getSegmentName(t, plan, next) }
  const time = formatTime(next.startsAt, session.timeZone)
  const isMoved = nextStart !== null && Math.abs(nextStart - next.startsAt) >= minutes(1)
  const start = isMoved ? t('agenda.likely', { time, likely: formatTime(nextStart, session.timeZone) }) : t('session.openObject', { time })
  return {
    id: `go-${next.id}`,
    verb: speaks ? t('control.endAndGo', title) : t('agenda.go', title),
    object: joinParts(t, [skipped, start]),
    icon: 'next',
    opens: { kind: 'go', to: next.id },
  }
}

/**
 * Lists the acts that need no request from anybody, the likeliest first. A second press on the first is harmless: it opens the list once,
 * shows the question once, or opens a dialog. `nextStart`: when the next segment is likely to start.
 */
export const listOwnSteps = (
  t: Translate,
  view: NextStepView,
  topicOver = false,
  nextStart: Instant | null = null,
): readonly NextStep[] => {
  const { queue, progress, plan, pastTurns = {} } = view
  const kind = plan.find(({ id }) => id === progress.current)?.kind
  const isListClosed = queue.status.kind === 'closed'
  const place = kind && segmentRules[kind].place
  const isOver = place === 'closing' || isLastWordGiven(queue.status) || topicOver
  const hasBeenHeard = Object.values(pastTurns).some((turn) => turn?.segment === progress.current)
  const open = isListClosed ? [makeOpenStep(t, view)] : []
  const lastCall = queue.status.kind === 'open' && hasBeenHeard && view.floor.current === null ? [makeLastCallStep(t)] : []
  const move = makeMoveStep(t, view, nextStart)
  const gives = makeGiveSteps(t, view)
  const question = makeQuestionStep(t, view)
  // People have just been invited to ask for the floor. The main button does not lead away from them.
  if (isInviting(view)) return [...question, ...gives, ...lastCall, move]
  if (isOver) return [move, ...question, ...open, ...gives]
  if (hasBeenHeard) return [...question, move, ...open, ...lastCall, ...gives]
  if (isListClosed) return [...question, ...open, move, ...gives]
  return place === 'opening' ? [...question, move, ...gives] : [...question, ...gives, move]
}

/** True during a last call, and right after the list was opened. */
const isInviting = ({ queue: { status }, steps }: NextStepView): boolean =>
  status.kind === 'last-call' || (status.kind === 'open' && steps?.at(-1)?.commandType === 'queue.open')

/** Offers the question that was chosen as next, once the floor is free. */
const makeQuestionStep = (t: Translate, { answering, questions, floor }: NextStepView): readonly NextStep[] => {
  const id = answering.next
  const number = id ? questions[id]?.number : undefined
  if (!id || number === undefined || floor.current !== null) return []
  return [
    {
      id: 'question',
      verb: t('control.putQuestion', { n: number }),
      object: t('control.putQuestionObject'),
      icon: 'screen',
      command: { type: 'questions.show', data: { question: id, expectedCurrent: answering.current } },
    },
  ]
}

const makeLastCallStep = (t: Translate): NextStep => ({
  id: 'last-call',
  verb: t('queue.lastCall', { n: 2 }),
  object: t('queue.lastCallNote'),
  icon: 'hourglass',
  command: { type: 'queue.last-call', data: { for: seconds(120) } },
})

const makeOpenStep = (t: Translate, { presence }: NextStepView): NextStep => ({
  id: 'open-list',
  verb: t('control.openList'),
  object: t('control.openListObject', { room: presence.room, remote: presence.remote } satisfies ByChannel<number>),
  icon: 'next',
  command: { type: 'queue.open', data: {} },
})

/** Offers the panel first, then anybody who takes part. */
const makeGiveSteps = (t: Translate, { panellists = [] }: NextStepView): readonly NextStep[] => {
  const panel: NextStep = {
    id: 'give-panel',
    icon: 'next',
    verb: t('control.givePanel'),
    object: t('control.givePanelObject', { n: panellists.length }),
    opens: { kind: 'give', from: 'panel' },
  }
  const anybody: NextStep = {
    id: 'give-anybody',
    icon: 'next',
    verb: t('control.giveAnybody'),
    object: t('control.giveAnybodyObject'),
    opens: { kind: 'give', from: 'anybody' },
  }
  return panellists.length > 0 ? [panel, anybody] : [anybody]
}
