/** The order of the rows is held while one touches them; what each row says is always what is true now. */
import type { QuestionId } from '@rostrum/shared/kernel/ids'
import { useCalm } from '../../ui/use-calm.ts'
import type { Listed } from './rows.ts'

export const useCalmRows = (rows: readonly Listed[]) => {
  const { shown, held, touched, released } = useCalm(rows)
  if (!held) return { shown, touched, released }
  const now = new Map<QuestionId, Listed>(rows.map((row) => [row.id, row]))
  return { shown: shown.map((row) => now.get(row.id) ?? row), touched, released }
}
