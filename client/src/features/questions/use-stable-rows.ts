/** The order of the rows is held while one touches them; what each row says is always what is true now. */
import type { QuestionId } from '@rostrum/shared/contract/ids'
import { useCalm } from '../../ui/use-stable-while-touched.ts'
import type { Listed } from './question-lists.ts'

export const useCalmRows = (rows: readonly Listed[]) => {
  const { shown, held, touched, released } = useCalm(rows)
  if (!held) return { shown, touched, released }
  const now = new Map<QuestionId, Listed>(rows.map((row) => [row.id, row]))
  return { shown: shown.map((row) => now.get(row.id) ?? row), touched, released }
}
