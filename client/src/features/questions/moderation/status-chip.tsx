/** The status of a question for moderators, or its outcome. */
import { isBeingAnswered, isOnHold } from '@rostrum/shared/contract/question-statuses'
import { useText } from '../../../text/use-text.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { getOutcomeText } from '../outcome-text.ts'
import type { ListedQuestion } from '../question-lists.ts'

export const StatusChip = ({ row }: { row: ListedQuestion }) => {
  const { t } = useText()
  return <Chip tone={isBeingAnswered(row) ? 'accent' : isOnHold(row) ? 'warn' : 'plain'}>{getOutcomeText(t, row)}</Chip>
}
