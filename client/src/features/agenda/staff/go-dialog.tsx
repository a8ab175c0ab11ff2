/** Moves to another segment. The user chooses first, sees who is cut and who is not heard, and confirms. */
import type { SegmentId } from '@rostrum/shared/contract/ids'
import type { Command } from '@rostrum/shared/contract/registry'
import { computeRemaining } from '@rostrum/shared/projection/floor/clock'
import type { TurnView } from '@rostrum/shared/projection/floor/parts'
import type { View } from '@rostrum/shared/projection/registry'
import { useState } from 'react'
import { useNow, useSend, useView } from '../../../session/hooks.tsx'
import { formatDuration } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { ChoiceList } from '../../../ui/choice-list.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { OverlayActions } from '../../../ui/popover.tsx'
import { getSegmentName } from '../../../widgets/segment-name.ts'
import { useShortNames, useWaitingNames } from '../../../widgets/waiting-names.ts'

type GoDialogProps = {
  /** The segment that was pressed. Null: the dialog lets the user choose and suggests the next segment. */
  to: SegmentId | null
  /** The user wants to go there once the present turn is over. */
  onAfterTurn: (to: SegmentId) => void
  onClose: () => void
}

export const GoDialog = ({ to, onAfterTurn, onClose }: GoDialogProps) => {
  const { t } = useText()
  const send = useSend('controls')
  const plan = useView((view) => view.plan)
  const { current } = useView((view) => view.progress)
  const turn = useView(({ floor }) => floor.current)
  const lastStep = useView(({ steps }) => steps?.taken.at(-1)?.id)
  const nextSegment = plan[plan.findIndex(({ id }) => id === current) + 1]
  const [chosen, setChosen] = useState<SegmentId | null>(to ?? nextSegment?.id ?? null)
  const target = plan.find(({ id }) => id === chosen && id !== current)
  const freeing = listFreeingCommands(turn, lastStep)
  const title = target ? getSegmentName(t, plan, target) : ''
  const go = async () => {
    if (!target || freeing === null) return
    onClose()
    for (const command of [...freeing, { type: 'agenda.go', data: { to: target.id, expectedCurrent: current } } as const])
      if (!(await send(command)).ok) return
  }
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
      <Consequences turn={turn} canFree={freeing !== null} />
      <OverlayActions>
        <Button look={turn ? 'urgent' : 'primary'} disabled={!target || freeing === null} onClick={() => void go()}>
          {target ? t(getVerb(turn), { title }) : t('agenda.goAsk')}
        </Button>
        {turn && turn.startedAt !== null && turn.kind !== 'point-of-order' && target ? (
          <Button
            onClick={() => {
              onAfterTurn(target.id)
              onClose()
            }}
          >
            {t('go.after', { title })}
          </Button>
        ) : null}
        <Button look="quiet" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </OverlayActions>
    </ModalDialog>
  )
}

const getVerb = (turn: TurnView | null) => (turn === null ? 'agenda.go' : turn.startedAt === null ? 'go.undoCall' : 'go.endNow')

/** What frees the floor first: the turn is ended, or the call that was just made is undone. Null if neither can be. */
const listFreeingCommands = (turn: View['floor']['current'], lastStep: string | undefined): readonly Command[] | null => {
  if (turn === null) return []
  if (turn.kind === 'point-of-order') return null
  if (turn.startedAt !== null) return [{ type: 'floor.end', data: { turn: turn.id } }]
  return lastStep === (turn.id as string) ? [{ type: 'steps.undo', data: { step: turn.id as string as never } }] : null
}

const Consequences = ({ turn, canFree }: { turn: TurnView | null; canFree: boolean }) => {
  const { t, rich } = useText()
  const now = useNow(1000)
  const names = useWaitingNames()
  const list = useShortNames(names)
  const who = turn?.speaker?.entity ?? t('floor.answering')
  const left = turn ? computeRemaining(turn, now) : 0
  return (
    <>
      {turn === null ? null : turn.kind === 'point-of-order' ? (
        <p>{t('go.point')}</p>
      ) : turn.startedAt === null ? (
        <p>{t(canFree ? 'go.calledBefore' : 'go.called', { who })}</p>
      ) : (
        <p>{left > 0 ? rich('go.cut', { who, left: formatDuration(left) }) : rich('go.cutOver', { who })}</p>
      )}
      <p>{names.length === 0 ? t('call.nobody') : rich('go.unheard', { n: names.length })}</p>
      {names.length === 0 ? null : <p className="muted">{list}</p>}
    </>
  )
}
