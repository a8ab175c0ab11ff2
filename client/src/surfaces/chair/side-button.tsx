/** Opens the questions from the head of the list. On a page without a third column it also leads back. */
import { useIsSenseActive } from '../../features/sense/staff/sense-card.tsx'
import { useText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { useOpenQuestions } from './use-open-questions.ts'

export const SideButton = ({ isList, onPress }: { isList: boolean; onPress: () => void }) => {
  const { t } = useText()
  const isSenseActive = useIsSenseActive()
  const open = useOpenQuestions()
  return (
    <Button data-takes-focus="" onClick={onPress}>
      {t(isList ? 'queue.title' : isSenseActive ? 'sense.title' : 'questions.title')}
      {isList || open === 0 ? null : <Chip>{open}</Chip>}
    </Button>
  )
}
