/** Going to another part of the agenda: chosen first, confirmed second. */
import type { SegmentId } from '@rostrum/shared/contract/ids'
import { useState } from 'react'
import { useSend, useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { ChoiceList } from '../../../ui/choice-list.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { OverlayActions } from '../../../ui/popover.tsx'
import { segmentName } from '../../../widgets/segment-name.ts'

/** `to`: the part that was pressed; null leaves the choice to the dialog, which then offers the one that follows. */
export const GoDialog = ({ to, onClose }: { to: SegmentId | null; onClose: () => void }) => {
  const { t } = useText()
  const send = useSend()
  const plan = useView((view) => view.plan)
  const { current } = useView((view) => view.progress)
  const taken = useView(({ floor }) => floor.current !== null)
  const waiting = useView(({ line }) => line.length)
  const following = plan[plan.findIndex(({ id }) => id === current) + 1]
  const [chosen, choose] = useState<SegmentId | null>(to ?? following?.id ?? null)
  const target = plan.find(({ id }) => id === chosen)
  return (
    <ModalDialog open title={t('agenda.goAsk')} onClose={onClose}>
      <ChoiceList
        label={t('agenda.goAsk')}
        value={chosen}
        onChange={choose}
        options={plan.map((segment) => ({
          value: segment.id,
          label: segmentName(t, plan, segment),
          disabled: segment.id === current,
          ...(segment.id === current ? { note: t('agenda.current') } : {}),
        }))}
      />
      <p className="muted">{taken ? t('refusal.floor-taken') : t('agenda.goNote', { waiting })}</p>
      <OverlayActions>
        <Button
          look="primary"
          disabled={!target || target.id === current || taken}
          onClick={() => {
            if (target) void send({ type: 'agenda.go', data: { to: target.id, expectedCurrent: current } })
            onClose()
          }}
        >
          {target ? t('agenda.go', { title: segmentName(t, plan, target) }) : t('agenda.goAsk')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </OverlayActions>
    </ModalDialog>
  )
}
