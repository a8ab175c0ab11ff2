/** Likely duplicates of a question, among all that are still open. */

import type { QuestionId } from '@rostrum/shared/contract/ids'
import { isOpenQuestion } from '@rostrum/shared/contract/question-statuses'
import { useMemo, useRef } from 'react'
import type { ListedQuestion } from '../question-lists.ts'
import { SimilarityIndex } from './similarity.ts'

export const useSimilar = (rows: readonly ListedQuestion[], row: ListedQuestion | undefined): readonly ListedQuestion[] => {
  const index = useRef<SimilarityIndex<QuestionId> | null>(null)
  index.current ??= new SimilarityIndex<QuestionId>()
  const similarity = index.current
  return useMemo(() => {
    if (!row || !isOpenQuestion(row)) return []
    const byId = new Map(rows.filter(isOpenQuestion).map((open) => [open.id, open]))
    similarity.replaceAll(new Map([...byId].map(([id, { text }]) => [id, text])))
    return similarity.findSimilar(row.text, row.id).flatMap((id) => byId.get(id) ?? [])
  }, [similarity, rows, row])
}
