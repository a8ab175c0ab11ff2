/** Moves the author to the queue to speak, with the time of the question as the request time. */
import { useState } from 'react'
import { useView } from '../../../session/hooks.tsx'
import { formatTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { OverlayActions } from '../../../ui/popover.tsx'
import { isOpenQuestion, type ListedQuestion } from '../question-lists.ts'
import type { QuestionReview } from './use-review.ts'

type MoveToQueueProps = { row: ListedQuestion; busy: boolean; reviewing: QuestionReview }

/** Not available for a question without a known author, nor for one that everybody has read without its author. */
export const MoveToQueue = ({ row, busy, reviewing }: MoveToQueueProps) => {
  const { t } = useText()
  const zone = useView(({ session }) => session.timeZone)
  const [confirming, setConfirming] = useState(false)
  const isHidden = useView(({ questionRules }) => questionRules.attribution === 'hidden')
  const { id, from, staff, number } = row
  if (!isOpenQuestion(row) || !from || !staff || (isHidden && number > 0)) return null
  const close = () => setConfirming(false)
  return (
    <>
      <Button icon="mic" disabled={busy} onClick={() => setConfirming(true)}>
        {t('questions.moderation.toFloor')}
      </Button>
      {confirming ? (
        <ModalDialog open title={t('questions.moderation.toFloorAsk', { who: from.entity })} onClose={close}>
          <p>{t('questions.moderation.toFloorDoes', { time: formatTime(staff.askedAt, zone) })}</p>
          <OverlayActions>
            <Button
              look="primary"
              onClick={() => {
                close()
                reviewing.decide({ type: 'questions.move-to-queue', data: { question: id } })
              }}
            >
              {t('questions.moderation.toFloorUse')}
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
