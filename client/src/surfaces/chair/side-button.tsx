/** Opens the questions from the head of the list, and counts them: those that are new, if the Chair had closed them. On a page without a third column it also leads back. */
import { useIsSenseActive } from '../../features/sense/staff/sense-card.tsx'
import { useText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { useOpenQuestions } from './use-open-questions.ts'

type SideButtonProps = {
  isList: boolean
  /** How many questions have come since the Chair closed them. */
  newCount: number
  onPress: () => void
}

export const SideButton = ({ isList, newCount, onPress }: SideButtonProps) => {
  const { t } = useText()
  const isSenseActive = useIsSenseActive()
  const open = useOpenQuestions().length
  return (
    <Button data-takes-focus="" onClick={onPress}>
      {t(isList ? 'queue.title' : isSenseActive ? 'sense.title' : 'questions.title')}
      {isList || open === 0 ? null : newCount > 0 ? (
        <Chip tone="accent">{t('questions.newSince', { n: newCount })}</Chip>
      ) : (
        <Chip>{open}</Chip>
      )}
    </Button>
  )
}
