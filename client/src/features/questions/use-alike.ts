/** Likely duplicates of a question, among all that are still open. */
import type { QuestionId } from '@rostrum/shared/kernel/ids'
import { useMemo, useRef } from 'react'
import { Likeness } from './likeness.ts'
import { isOpen, type Listed } from './rows.ts'

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
