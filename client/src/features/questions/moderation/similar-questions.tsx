/** Questions similar to the one under review. Each can be merged, or marked as different. */
import type { QuestionId } from '@rostrum/shared/contract/ids'
import { useState } from 'react'
import { formatQuestionLabel } from '../../../text/labels.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Written } from '../../../ui/written.tsx'
import type { ListedQuestion } from '../question-lists.ts'
import { QuestionMeta } from '../question-meta.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import written from './question-text.module.css'
import styles from './review.module.css'
import type { QuestionReview } from './use-review.ts'

type SimilarProps = { row: ListedQuestion; similar: readonly ListedQuestion[]; busy: boolean; reviewing: QuestionReview }

export const SimilarQuestions = ({ row, similar, busy, reviewing }: SimilarProps) => {
  const { t } = useText()
  const [dismissed, setDismissed] = useState<ReadonlySet<QuestionId>>(new Set())
  const [merging, setMerging] = useState<QuestionId | null>(null)
  const visible = similar.filter(({ id }) => !dismissed.has(id))
  const other = similar.find(({ id }) => id === merging)
  return (
    <div className={styles.part}>
      <h3>{t('questions.moderation.similar')}</h3>
      {visible.length === 0 ? <p className="quiet">{t('questions.moderation.noneSimilar')}</p> : null}
      {visible.map((one) => (
        <article key={one.id} className={styles.like}>
          <Written className={written.text}>{one.text}</Written>
          <QuestionMeta row={one} total={t('questions.support', { n: one.support.total })} groups={false} />
          <div className="line">
            <Button size="small" icon="merge" disabled={busy} onClick={() => setMerging(one.id)}>
              {one.number > 0
                ? t('questions.moderation.mergeInto', { number: formatQuestionLabel(t, one.number) })
                : t('questions.moderation.merge')}
            </Button>
            <Button size="small" look="quiet" onClick={() => setDismissed(new Set([...dismissed, one.id]))}>
              {t('questions.moderation.notSame')}
            </Button>
          </div>
        </article>
      ))}
      {visible.length > 0 ? <p className="quiet">{t('questions.moderation.mergeNote')}</p> : null}
      {other ? <MergeDialog row={row} other={other} reviewing={reviewing} onClose={() => setMerging(null)} /> : null}
    </div>
  )
}
