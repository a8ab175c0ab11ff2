/** Whoever asked speaks instead: a place in the floor list by the time of the question. */
import { useState } from 'react'
import { useView } from '../../../session/hooks.tsx'
import { timeOfDay } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { OverlayActions } from '../../../ui/popover.tsx'
import { isOpen, type Listed } from '../question-lists.ts'
import type { Reviewing } from './use-review.ts'

type FloorProps = { row: Listed; busy: boolean; reviewing: Reviewing }

/** Nobody can be given a place where nobody is kept with the question. */
export const FloorInstead = ({ row, busy, reviewing }: FloorProps) => {
  const { t } = useText()
  const zone = useView(({ session }) => session.timeZone)
  const [asked, ask] = useState(false)
  const { id, from, desk } = row
  if (!isOpen(row) || !from || !desk) return null
  const close = () => ask(false)
  return (
    <>
      <Button icon="mic" disabled={busy} onClick={() => ask(true)}>
        {t('questions.desk.toFloor')}
      </Button>
      {asked ? (
        <ModalDialog open title={t('questions.desk.toFloorAsk', { who: from.entity })} onClose={close}>
          <p>{t('questions.desk.toFloorDoes', { time: timeOfDay(desk.askedAt, zone) })}</p>
          <OverlayActions>
            <Button
              look="primary"
              onClick={() => {
                close()
                reviewing.decide({ type: 'questions.to-floor', data: { question: id } })
              }}
            >
              {t('questions.desk.toFloorUse')}
            </Button>
            <Button look="quiet" onClick={close}>
              {t('app.cancel')}
            </Button>
          </OverlayActions>
        </ModalDialog>
      ) : null}
    </>
  )
}
