/** Questions and balance next to the list. While the sense of the room needs the Chair it takes their place, and they fold to one line. */
import { useState } from 'react'
import { QuestionsCard } from '../../features/questions/chair/questions-card.tsx'
import { BalanceCard } from '../../features/queue/balance/balance-card.tsx'
import { SenseCard, useIsSenseActive } from '../../features/sense/staff/sense-card.tsx'
import { useText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import styles from './chair.module.css'

export const SideCards = ({ onReview }: { onReview: () => void }) => {
  const { t } = useText()
  const isActive = useIsSenseActive()
  const [isFolded, fold] = useState(false)
  if (isActive && !isFolded)
    return (
      <>
        <SenseCard className={styles.fill} />
        <Button className={styles.folded} onClick={() => fold(true)}>
          {t('questions.title')} · {t('balance.title')}
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
      <QuestionsCard className={styles.fill} onReview={onReview} />
      <BalanceCard />
    </>
  )
}
