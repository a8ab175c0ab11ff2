/**
 * Questions and balance next to the list. While the sense of the room is open or undecided it takes their place, and they fold to one line
 * that counts them. A published result is one line above them.
 */
import { useState } from 'react'
import { QuestionsCard } from '../../features/questions/chair/questions-card.tsx'
import { BalanceCard } from '../../features/queue/balance/balance-card.tsx'
import { SenseCard, useIsSenseActive } from '../../features/sense/staff/sense-card.tsx'
import { useView } from '../../session/hooks.tsx'
import { useText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import styles from './chair.module.css'
import { useOpenQuestions } from './use-open-questions.ts'

type SideCardsProps = {
  onReview: () => void
  /** Closes the column. Null if it takes the place of the list, to which another button leads. */
  onClose: (() => void) | null
}

export const SideCards = ({ onReview, onClose }: SideCardsProps) => {
  const { t } = useText()
  const isActive = useIsSenseActive()
  const status = useView(({ prompt }) => prompt?.status)
  const open = useOpenQuestions().length
  /** The choice of the Chair, which holds while the prompt is as it was then. */
  const [chosen, choose] = useState<{ readonly status: typeof status; readonly isFolded: boolean } | null>(null)
  const isFolded = chosen?.status === status ? chosen?.isFolded : status === 'published'
  const fold = (folds: boolean) => choose({ status, isFolded: folds })
  if (isActive && !isFolded)
    return (
      <>
        <SenseCard className={styles.fill} />
        <Button className={styles.folded} onClick={() => fold(true)}>
          {t('questions.title')} · {t('balance.title')}
          {open === 0 ? null : <Chip>{open}</Chip>}
        </Button>
      </>
    )
  return (
    <>
      {isActive ? (
        <Button className={styles.folded} onClick={() => fold(false)}>
          {t('sense.show')}
        </Button>
      ) : null}
      <QuestionsCard className={styles.fill} onReview={onReview} onClose={onClose} />
      <BalanceCard />
    </>
  )
}
