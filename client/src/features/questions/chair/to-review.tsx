/** The number of questions that wait for a decision, and who decides. If no officer with that duty is connected, the Chair does. */
import { useView } from '../../../session/hooks.tsx'
import { joinNames } from '../../../text/name-list.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { useModeratorsConnected } from '../../../widgets/officers.ts'
import styles from './questions-card.module.css'

/** One line of one height, so that nothing below it moves. */
export const ToReview = ({ count, onReview }: { count: number; onReview: () => void }) => {
  const { t, language } = useText()
  const moderators = useModeratorsConnected()
  const isModerated = useView(({ questionRules }) => questionRules.moderated)
  if (!isModerated && count === 0) return null
  return (
    <p className={styles.toReview}>
      {count === 0 ? (
        t('questions.toReviewOf.nothing')
      ) : moderators.length > 0 ? (
        t('questions.toReviewOf.others', { n: count, names: joinNames(language, moderators) })
      ) : (
        <Button look="quiet" size="inline" data-opens-review onClick={onReview}>
          {t('questions.toReviewOf.review', { n: count })}
        </Button>
      )}
    </p>
  )
}
