/** Moves to another segment. The user chooses first, sees whose turn ends and who is not heard, and confirms. */

import type { SegmentId } from '@rostrum/shared/contract/ids'
import { interrupts } from '@rostrum/shared/contract/kinds'
import { findOpenTurn } from '@rostrum/shared/contract/ruling'
import { computeRemaining } from '@rostrum/shared/projection/floor/clock'
import type { TurnView } from '@rostrum/shared/projection/floor/parts'
import type { StepView } from '@rostrum/shared/projection/steps'
import { useState } from 'react'
import { useNow, useSend, useView } from '../../../session/hooks.tsx'
import { formatDuration } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { ChoiceList } from '../../../ui/choice-list.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { OverlayActions } from '../../../ui/popover.tsx'
import { interruptionWords } from '../../../widgets/kind-words.ts'
import { getSegmentName, getSkippedText } from '../../../widgets/segment-name.ts'
import { useShortNames, useWaitingNames } from '../../../widgets/waiting-names.ts'

type GoDialogProps = {
  /** The segment that was pressed. If null, the dialog lets the user choose and suggests the next segment. */
  to: SegmentId | null
  onClose: () => void
}

export const GoDialog = ({ to, onClose }: GoDialogProps) => {
  const { t } = useText()
  const send = useSend('controls')
  const plan = useView((view) => view.plan)
  const progress = useView((view) => view.progress)
  const { current } = progress
  const turn = useView(({ floor }) => findOpenTurn(floor))
  const taken = useView(({ steps }) => steps)
  const nextSegment = plan[plan.findIndex(({ id }) => id === current) + 1]
  const [chosen, setChosen] = useState<SegmentId | null>(to ?? nextSegment?.id ?? null)
  const target = plan.find(({ id }) => id === chosen && id !== current)
  const canFree = canFreeFloor(turn, taken)
  const title = target ? getSegmentName(t, plan, target) : ''
  const go = () => {
    if (!target || !canFree) return
    void send({ type: 'agenda.go', data: { to: target.id, expectedCurrent: current, ...(turn ? { endsTurn: turn.id } : {}) } })
    onClose()
  }
  /** The safe one of two acts is the strong one. */
  const waits = turn && turn.startedAt !== null && !interrupts(turn.kind) && target
  return (
    <ModalDialog open title={t('agenda.goAsk')} onClose={onClose}>
      <ChoiceList
        label={t('agenda.goAsk')}
        value={chosen}
        onChange={setChosen}
        options={plan.map((segment) => ({
          value: segment.id,
          label: getSegmentName(t, plan, segment),
          disabled: segment.id === current,
          ...(segment.id === current ? { note: t('agenda.current') } : {}),
        }))}
      />
      <Consequences turn={turn} canFree={canFree} skipped={target ? getSkippedText(t, { plan, progress }, target.id) : ''} />
      <OverlayActions>
        {waits ? (
          <Button
            look="primary"
            onClick={() => {
              void send({ type: 'floor.intend', data: { turn: turn.id, act: { kind: 'go', to: target.id } } })
              onClose()
            }}
          >
            {t('go.after', { title })}
          </Button>
        ) : null}
        <Button look={waits ? 'plain' : turn ? 'urgent' : 'primary'} disabled={!target || !canFree} onClick={go}>
          {target ? t(getVerb(turn), { title }) : t('agenda.goAsk')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </OverlayActions>
    </ModalDialog>
  )
}

const getVerb = (turn: TurnView | null) => (turn === null ? 'agenda.go' : turn.startedAt === null ? 'go.undoCall' : 'go.endNow')

/** A turn that has started is ended, a question that is to be read is taken off, and a call is cancelled while it is among the last steps. A point of order ends first. */
const canFreeFloor = (turn: TurnView | null, taken: readonly StepView[] = []): boolean => {
  if (turn === null) return true
  if (interrupts(turn.kind)) return false
  return turn.startedAt !== null || turn.question !== null || taken.some(({ id }) => (id as string) === turn.id)
}

const Consequences = ({ turn, canFree, skipped }: { turn: TurnView | null; canFree: boolean; skipped: string }) => {
  const { t, rich } = useText()
  const now = useNow(1000)
  const names = useWaitingNames()
  const list = useShortNames(names)
  const who = turn?.speaker?.entity ?? t('give.panel')
  const left = turn ? computeRemaining(turn, now) : 0
  return (
    <>
      {turn === null ? null : interrupts(turn.kind) ? (
        <p>{t(interruptionWords[turn.kind].endsFirst)}</p>
      ) : turn.startedAt === null ? (
        <p>{t(canFree ? 'go.calledBefore' : 'go.called', { who })}</p>
      ) : (
        <p>{left > 0 ? rich('go.cut', { who, left: formatDuration(left) }) : rich('go.cutOver', { who })}</p>
      )}
      {skipped === '' ? null : <p>{skipped}</p>}
      <p>{names.length === 0 ? t('call.nobody') : rich('go.unheard', { n: names.length })}</p>
      {names.length === 0 ? null : <p className="muted">{list}</p>}
    </>
  )
}
