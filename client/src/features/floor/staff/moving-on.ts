/**
 * The acts of a Chair when nobody waits: open the list, go on in the agenda, give the floor, or close. The turns so far decide the order.
 */
import { isLastWordGiven } from '@rostrum/shared/contract/last-word'
import type { Translate } from '../../../text/messages.ts'
import { formatTime } from '../../../text/times.ts'
import { getSegmentName } from '../../../widgets/segment-name.ts'
import type { NextStep, NextStepView } from './step-types.ts'

/** Moves to the next segment, or to the close after the last one. A dialog first shows whose turn ends and who is not heard. */
const makeMoveStep = (t: Translate, { plan, progress, floor, session }: NextStepView): NextStep => {
  const next = plan[plan.findIndex(({ id }) => id === progress.current) + 1]
  const speaks = floor.current !== null
  if (!next)
    return {
      id: 'close',
      verb: t(speaks ? 'control.endAndClose' : 'session.close'),
      object: t('control.closeObject'),
      icon: 'check',
      opens: { kind: 'close' },
    }
  const title = { title: getSegmentName(t, plan, next) }
  return {
    id: 'go',
    verb: speaks ? t('control.endAndGo', title) : t('agenda.go', title),
    object: t('session.openObject', { time: formatTime(next.startsAt, session.timeZone) }),
    icon: 'next',
    opens: { kind: 'go', to: next.id },
  }
}

/**
 * Lists the acts that need no request from anybody, the likeliest first. A second press on the first is harmless: it opens the list once,
 * or a dialog.
 */
export const listOwnSteps = (t: Translate, view: NextStepView): readonly NextStep[] => {
  const { queue, progress, plan, pastTurns = {} } = view
  const kind = plan.find(({ id }) => id === progress.current)?.kind
  const isListClosed = queue.status.kind === 'closed'
  const hasBeenHeard = Object.values(pastTurns).some((turn) => turn?.segment === progress.current)
  const open = isListClosed ? [makeOpenStep(t, view)] : []
  const move = makeMoveStep(t, view)
  const gives = makeGiveSteps(t, view)
  const isLastWord = isLastWordGiven(queue.status)
  if (kind === 'closing' || hasBeenHeard || isLastWord) return [move, ...open, ...gives]
  if (isListClosed) return [...open, move, ...gives]
  return kind === 'opening' ? [move, ...gives] : [...gives, move]
}

const makeOpenStep = (t: Translate, { presence }: NextStepView): NextStep => ({
  id: 'open-list',
  verb: t('control.openList'),
  object: t('control.openListObject', { room: presence.room, remote: presence.remote }),
  icon: 'next',
  command: { type: 'queue.open', data: {} },
})

/** Offers the panel first, then anybody who takes part. */
const makeGiveSteps = (t: Translate, { panellists = [] }: NextStepView): readonly NextStep[] => {
  const step = { id: 'give', icon: 'next' } as const
  const panel: NextStep = {
    ...step,
    verb: t('control.givePanel'),
    object: t('control.givePanelObject', { n: panellists.length }),
    opens: { kind: 'give', from: 'panel' },
  }
  const anybody: NextStep = {
    ...step,
    verb: t('control.giveAnybody'),
    object: t('control.giveAnybodyObject'),
    opens: { kind: 'give', from: 'anybody' },
  }
  return panellists.length > 0 ? [panel, anybody] : [anybody]
}
