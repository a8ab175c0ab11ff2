/** The question desk: what waits for a decision, oldest first, and the one under review. */
import type { QuestionId } from '@rostrum/shared/kernel/ids'
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { useView } from '../../session/hooks.tsx'
import { useText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, CardHead } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { AllQuestions } from './all-questions.tsx'
import { From } from './from.tsx'
import styles from './desk.module.css'
import { Review } from './review.tsx'
import { countsOf, type Listed, listed, oldestFirst, withStatus } from './rows.ts'

export const QuestionDesk = () => {
  const { t } = useText()
  const rows = listed(useView(({ questions }) => questions))
  const waiting = [...oldestFirst(withStatus(rows, 'pending')), ...oldestFirst(withStatus(rows, 'on-hold'))]
  const [chosen, choose] = useState<QuestionId | null>(null)
  const [all, showAll] = useState(false)
  const review = waiting.find(({ id }) => id === chosen) ?? waiting[0]
  const desk = useKeptFocus(review?.id ?? null)
  return (
    <div ref={desk} className={styles.desk}>
      <Card className={styles.column} aria-labelledby="review-title">
        <CardHead id="review-title" title={t('questions.toReview')} note={<span className="num">{waiting.length}</span>}>
          <span className={styles.quiet}>{t('questions.oldestFirst')}</span>
        </CardHead>
        <ul className={styles.scroll} aria-labelledby="review-title">
          {waiting.map((row) => (
            <Pick
              key={row.id}
              row={row}
              chosen={!all && row === review}
              onChoose={() => {
                choose(row.id)
                showAll(false)
              }}
            />
          ))}
        </ul>
        {waiting.length === 0 ? <p className={styles.empty}>{t('questions.allReviewedHelp')}</p> : null}
        <p className={styles.counts}>
          {t('questions.counts', countsOf(rows))}{' '}
          <Button look="quiet" size="inline" aria-pressed={all} onClick={() => showAll(!all)}>
            {t('questions.seeAll')}
          </Button>
        </p>
      </Card>
      {all ? <AllQuestions rows={rows} /> : review ? <Review row={review} /> : <Nothing />}
    </div>
  )
}

/** A decision takes its question away; whoever pressed goes on at the next one, even where their button went with it. */
const useKeptFocus = (review: QuestionId | null): RefObject<HTMLDivElement | null> => {
  const desk = useRef<HTMLDivElement>(null)
  const before = useRef(review)
  useEffect(() => {
    const lost = before.current !== review && document.activeElement === document.body
    before.current = review
    if (lost) desk.current?.querySelector<HTMLElement>('[data-review]')?.focus()
  }, [review])
  return desk
}

const Pick = ({ row, chosen, onChoose }: { row: Listed; chosen: boolean; onChoose: () => void }) => {
  const { t } = useText()
  return (
    <li>
      <button type="button" className={styles.pick} aria-current={chosen || undefined} onClick={onChoose}>
        <span className={styles.text} dir="auto">
          {row.text}
        </span>
        <From row={row}>{row.status === 'on-hold' ? <Chip tone="warn">{t('questions.status.on-hold')}</Chip> : null}</From>
      </button>
    </li>
  )
}

const Nothing = (): ReactNode => {
  const { t } = useText()
  return (
    <Card className={styles.review} aria-label={t('questions.reviewOne')}>
      <h2 tabIndex={-1} data-review>
        {t('questions.allReviewed')}
      </h2>
      <p className="muted">{t('questions.allReviewedHelp')}</p>
    </Card>
  )
}
