/** Declining needs a reason, which the author gets. */
import { type DeclineReason, declineReasons } from '@rostrum/shared/contract/enums'
import { useState } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { ChoicePills } from '../../../ui/choice-pills.tsx'
import type { ListedQuestion } from '../question-lists.ts'
import styles from './review.module.css'
import type { QuestionReview } from './use-review.ts'

type DeclineChoiceProps = { row: ListedQuestion; busy: boolean; reviewing: QuestionReview }

export const DeclineChoice = ({ row: { id, from }, busy, reviewing }: DeclineChoiceProps) => {
  const { t } = useText()
  const [reason, setReason] = useState<DeclineReason | null>(null)
  return (
    <div className={styles.part} data-reasons>
      <h3 id="decline-title">{t('questions.declineTitle')}</h3>
      <ChoicePills
        labelledBy="decline-title"
        value={reason}
        onChange={setReason}
        onCancel={() => setReason(null)}
        options={declineReasons.map((value) => ({ value, label: t(`questions.decline.${value}`) }))}
      />
      <div>
        <Button
          size="small"
          look="danger"
          disabled={reason === null || busy}
          onClick={() => {
            if (reason) reviewing.decide({ type: 'questions.decline', data: { question: id, reason } })
          }}
        >
          {reason ? t('questions.declineAs', { reason: t(`questions.decline.${reason}`) }) : t('questions.declineChoose')}
        </Button>
      </div>
      <p className="quiet">{t(from ? 'questions.declineNote' : 'questions.moderation.declineUntold')}</p>
    </div>
  )
}
