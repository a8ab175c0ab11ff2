/** Moves to another segment. The user chooses first and confirms second. */
import type { SegmentId } from '@rostrum/shared/contract/ids'
import { useState } from 'react'
import { useSend, useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { ChoiceList } from '../../../ui/choice-list.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { OverlayActions } from '../../../ui/popover.tsx'
import { getSegmentName } from '../../../widgets/segment-name.ts'

/** `to`: the segment that was pressed. Null: the dialog lets the user choose and suggests the next segment. */
export const GoDialog = ({ to, onClose }: { to: SegmentId | null; onClose: () => void }) => {
  const { t } = useText()
  const send = useSend('controls')
  const plan = useView((view) => view.plan)
  const { current } = useView((view) => view.progress)
  const floorTaken = useView(({ floor }) => floor.current !== null)
  const waiting = useView(({ order }) => order.length)
  const nextSegment = plan[plan.findIndex(({ id }) => id === current) + 1]
  const [chosen, setChosen] = useState<SegmentId | null>(to ?? nextSegment?.id ?? null)
  const target = plan.find(({ id }) => id === chosen)
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
      <p className="muted">{floorTaken ? t('refusal.floor-taken') : t('agenda.goNote', { waiting })}</p>
      <OverlayActions>
        <Button
          look="primary"
          disabled={!target || target.id === current || floorTaken}
          onClick={() => {
            if (target) void send({ type: 'agenda.go', data: { to: target.id, expectedCurrent: current } })
            onClose()
          }}
        >
          {target ? t('agenda.go', { title: getSegmentName(t, plan, target) }) : t('agenda.goAsk')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </OverlayActions>
    </ModalDialog>
  )
}
