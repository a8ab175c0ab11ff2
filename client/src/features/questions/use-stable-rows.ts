/** The order of the rows is frozen while the user touches the list. The content of each row stays current. */
import type { QuestionId } from '@rostrum/shared/contract/ids'
import { useStableWhileTouched } from '../../ui/use-stable-while-touched.ts'
import type { ListedQuestion } from './question-lists.ts'

export const useStableRows = (rows: readonly ListedQuestion[]) => {
  const { value: shown, isHeld: held, onTouch: touched, release: released } = useStableWhileTouched(rows)
  if (!held) return { shown, touched, released }
  const currentRows = new Map<QuestionId, ListedQuestion>(rows.map((row) => [row.id, row]))
  return { shown: shown.map((row) => currentRows.get(row.id) ?? row), touched, released }
}
