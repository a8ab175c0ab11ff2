/** Questions that ask much the same as the one under review: asked together, or said to be another. */
import type { QuestionId } from '@rostrum/shared/contract/ids'
import { useState } from 'react'
import { questionLabel } from '../../../text/labels.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import type { Listed } from '../question-lists.ts'
import { QuestionMeta } from '../question-meta.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import written from './question-text.module.css'
import styles from './review.module.css'
import type { Reviewing } from './use-review.ts'

type SimilarProps = { row: Listed; alike: readonly Listed[]; busy: boolean; reviewing: Reviewing }

export const Similar = ({ row, alike, busy, reviewing }: SimilarProps) => {
  const { t } = useText()
  const [others, setApart] = useState<ReadonlySet<QuestionId>>(new Set())
  const [merging, merge] = useState<QuestionId | null>(null)
  const shown = alike.filter(({ id }) => !others.has(id))
  const other = alike.find(({ id }) => id === merging)
  return (
    <div className={styles.part}>
      <h3>{t('questions.desk.similar')}</h3>
      {shown.length === 0 ? <p className={written.quiet}>{t('questions.desk.noneSimilar')}</p> : null}
      {shown.map((one) => (
        <article key={one.id} className={styles.like}>
          <p className={written.text} dir="auto">
            {one.text}
          </p>
          <QuestionMeta row={one} total={t('questions.support', { n: one.support.total })} groups={false} />
          <div className={styles.decide}>
            <Button size="small" icon="merge" disabled={busy} onClick={() => merge(one.id)}>
              {one.number > 0 ? t('questions.desk.mergeInto', { number: questionLabel(t, one.number) }) : t('questions.desk.merge')}
            </Button>
            <Button size="small" look="quiet" onClick={() => setApart(new Set([...others, one.id]))}>
              {t('questions.desk.notSame')}
            </Button>
          </div>
        </article>
      ))}
      {shown.length > 0 ? <p className={written.quiet}>{t('questions.desk.mergeNote')}</p> : null}
      {other ? <MergeDialog row={row} other={other} reviewing={reviewing} onClose={() => merge(null)} /> : null}
    </div>
  )
}
