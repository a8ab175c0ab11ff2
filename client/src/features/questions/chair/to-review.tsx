/** The number of questions that wait for a decision, and who decides. If no officer with that duty is connected, the Chair does. */
import { joinNames } from '../../../text/name-list.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { useModeratorsConnected } from '../../../widgets/officers.ts'
import styles from './questions-card.module.css'

export const ToReview = ({ count, onReview }: { count: number; onReview: () => void }) => {
  const { t, language } = useText()
  const moderators = useModeratorsConnected()
  if (count === 0) return null
  return (
    <p className={styles.toReview}>
      {moderators.length > 0 ? (
        t('questions.toReviewOf.others', { n: count, names: joinNames(language, moderators) })
      ) : (
        <Button look="quiet" size="inline" data-opens-review onClick={onReview}>
          {t('questions.toReviewOf.review', { n: count })}
        </Button>
      )}
    </p>
  )
}
