/** Nothing is declined without a reason; the author is told it. */
import { type Decline, declines } from '@rostrum/shared/contract/enums'
import { useState } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { ChoicePills } from '../../../ui/choice-pills.tsx'
import type { Listed } from '../question-lists.ts'
import written from './question-text.module.css'
import styles from './review.module.css'
import type { Reviewing } from './use-review.ts'

type DeclineProps = { row: Listed; busy: boolean; reviewing: Reviewing }

export const DeclineChoice = ({ row: { id, from }, busy, reviewing }: DeclineProps) => {
  const { t } = useText()
  const [reason, choose] = useState<Decline | null>(null)
  return (
    <div className={styles.part} data-reasons>
      <h3 id="decline-title">{t('questions.declineTitle')}</h3>
      <ChoicePills
        labelledBy="decline-title"
        value={reason}
        onChange={choose}
        onCancel={() => choose(null)}
        options={declines.map((value) => ({ value, label: t(`questions.decline.${value}`) }))}
      />
      <p className={written.quiet}>{t(from ? 'questions.declineNote' : 'questions.desk.declineUntold')}</p>
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
    </div>
  )
}
