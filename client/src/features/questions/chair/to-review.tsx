/** How many questions wait for a decision, and who takes it: the secretariat that is connected, or nobody, and then the Chair can. */
import { useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import styles from './questions-card.module.css'

/** One line of one height, so that nothing below it moves. */
export const ToReview = ({ count, onReview }: { count: number; onReview: () => void }) => {
  const { t } = useText()
  const screens = useView(({ presence }) => presence.secretariat ?? 0)
  const isModerated = useView(({ questionRules }) => questionRules.moderated)
  if (!isModerated && count === 0) return null
  return (
    <p className={styles.toReview}>
      {count === 0 ? (
        t('questions.toReviewOf.nothing')
      ) : screens > 0 ? (
        t('questions.toReviewOf.secretariat', { n: count, screens })
      ) : (
        <Button look="quiet" size="inline" data-opens-review onClick={onReview}>
          {t('questions.toReviewOf.review', { n: count })}
        </Button>
      )}
    </p>
  )
}
