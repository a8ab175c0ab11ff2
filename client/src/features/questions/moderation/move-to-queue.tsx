/** Moves the author to the queue to speak, with the time of the question as the request time. */

import { attributionRules } from '@rostrum/shared/contract/enums'
import { isOpenQuestion } from '@rostrum/shared/contract/question-statuses'
import { useState } from 'react'
import { useView } from '../../../session/hooks.tsx'
import { formatEntity } from '../../../text/labels.ts'
import { formatTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { DialogActions } from '../../../widgets/dialog-form.tsx'
import type { ListedQuestion } from '../question-lists.ts'
import type { QuestionReview } from './use-review.ts'

type MoveToQueueProps = { row: ListedQuestion; busy: boolean; reviewing: QuestionReview }

/** Not available for a question without a known author, or one that has been published without its author. */
export const MoveToQueue = ({ row, busy, reviewing }: MoveToQueueProps) => {
  const { t } = useText()
  const zone = useView(({ session }) => session.timeZone)
  const [confirming, setConfirming] = useState(false)
  const isHidden = useView(({ questionRules }) => !attributionRules[questionRules.attribution].isPublic)
  const { id, from, staff, number } = row
  if (!isOpenQuestion(row) || !from || !staff || (isHidden && number > 0)) return null
  const close = () => setConfirming(false)
  return (
    <>
      <Button icon="mic" disabled={busy} onClick={() => setConfirming(true)}>
        {t('questions.moderation.toFloor')}
      </Button>
      {confirming ? (
        <ModalDialog open title={t('questions.moderation.toFloorAsk', { who: formatEntity(t, from) })} onClose={close}>
          <p>{t('questions.moderation.toFloorDoes', { time: formatTime(staff.askedAt, zone) })}</p>
          <DialogActions
            onUse={() => {
              close()
              reviewing.decide({ type: 'questions.move-to-queue', data: { question: id } })
            }}
            label={t('questions.moderation.toFloorUse')}
            onClose={close}
          />
        </ModalDialog>
      ) : null}
    </>
  )
}
