import { useView } from '../../../session/hooks.tsx'
import { formatQuestionLabel } from '../../../text/labels.ts'
import { useText } from '../../../text/use-text.tsx'
import { useOfficerName } from '../../../widgets/officers.ts'
import type { ListedQuestion } from '../question-lists.ts'
import { useQuestions } from '../use-questions.ts'
import { formatLastAction } from './last-action-text.tsx'

/** Returns the decision on a question that this person took last, in words, if it is newer than the last step of the staff. */
export const useDecisionStatus = (): string | null => {
  const { t } = useText()
  const zone = useView(({ session }) => session.timeZone)
  const mine = useView(({ me }) => me.id)
  const stepAt = useView(({ steps, undoneStep }) => (undoneStep ?? steps?.at(-1))?.at ?? 0)
  const getOfficer = useOfficerName()
  const getTime = (row: ListedQuestion) => (row.staff?.lastAction?.by === mine ? row.staff.lastAction.at : 0)
  const row = useQuestions().reduce<ListedQuestion | null>(
    (last, one) => (getTime(one) > (last === null ? stepAt : getTime(last)) ? one : last),
    null,
  )
  const status = row && formatLastAction(t, row, zone, getOfficer)
  if (row === null || status === null) return null
  return row.number > 0 ? t('step.question', { number: formatQuestionLabel(t, row.number), step: status }) : status
}
