/** Likely duplicates of a question, among all that are still open. */
import type { QuestionId } from '@rostrum/shared/contract/ids'
import { useMemo, useRef } from 'react'
import { isOpen, type Listed } from '../question-lists.ts'
import { Likeness } from './similarity.ts'

export const useAlike = (rows: readonly Listed[], row: Listed | undefined): readonly Listed[] => {
  const index = useRef<Likeness<QuestionId> | null>(null)
  index.current ??= new Likeness<QuestionId>()
  const likeness = index.current
  return useMemo(() => {
    if (!row || !isOpen(row)) return []
    const byId = new Map(rows.filter(isOpen).map((open) => [open.id, open]))
    likeness.keep(new Map([...byId].map(([id, { text }]) => [id, text])))
    return likeness.like(row.text, row.id).flatMap((id) => byId.get(id) ?? [])
  }, [likeness, rows, row])
}
