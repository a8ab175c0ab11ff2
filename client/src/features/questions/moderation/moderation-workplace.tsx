/** The moderators' desk: what waits for a decision, the one under review, and everything else by what became of it. */
import type { QuestionId } from '@rostrum/shared/contract/ids'
import { useMemo, useRef, useState } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { Accounted } from '../outcome-counts.tsx'
import { toReview, withStatus } from '../question-lists.ts'
import { useListed } from '../use-questions.ts'
import { AllQuestions } from './all-questions.tsx'
import { useDrafts } from './drafts.ts'
import { FindBar } from './find-bar.tsx'
import styles from './moderation-workplace.module.css'
import { anything, found, isAnything } from './question-filter.ts'
import written from './question-text.module.css'
import { NothingToReview, Review } from './review.tsx'
import { type Deciding, ReviewList } from './review-list.tsx'
import { type Reviewing, useReview } from './use-review.ts'
import { useReviewList } from './use-review-list.ts'
import { useSelection } from './use-selection.ts'
import { useAlike } from './use-similar.ts'

export const QuestionDesk = () => {
  const { t } = useText()
  const rows = useListed()
  const desk = useRef<HTMLDivElement>(null)
  const [wanted, want] = useState(anything)
  const [all, showAll] = useState(false)
  const fitting = useMemo(() => found(rows, wanted), [rows, wanted])
  const waiting = useMemo(() => toReview(fitting), [fitting])
  const order = useRef<readonly QuestionId[]>([])
  const reviewing = useReview(
    useMemo(() => waiting.map(({ id }) => id), [waiting]),
    { desk, order },
  )
  const row = rows.find(({ id }) => id === reviewing.at)
  const list = useReviewList(rows, waiting, { row, order, left: reviewing.left, wanted })
  const selection = useSelection(useMemo(() => withStatus(list.shown, 'pending').map(({ id }) => id), [list.shown]))
  const drafts = useDrafts()
  const alike = useAlike(rows, row)
  const open = (id: QuestionId) => {
    reviewing.open(id)
    showAll(false)
  }
  return (
    <div ref={desk} className={styles.desk}>
      <Card className={styles.column} aria-labelledby="review-title">
        <CardHead id="review-title" title={t('questions.toReview')} note={<span className="num">{waiting.length}</span>}>
          <span className={written.quiet}>{t('questions.oldestFirst')}</span>
        </CardHead>
        <FindBar rows={rows} wanted={wanted} onWant={want} found={{ waiting: waiting.length, others: fitting.length - waiting.length }} />
        <ReviewList
          labelledBy="review-title"
          rows={list.shown}
          at={reviewing.at}
          shown={!all}
          selection={selection}
          onOpen={open}
          onKey={(deciding) => press(desk.current, deciding, reviewing)}
          onTouch={list.touched}
        />
        {list.shown.length > 0 ? (
          <p className={styles.keys}>{t('questions.desk.keys')}</p>
        ) : (
          <p className={styles.empty}>{t(isAnything(wanted) ? 'questions.allReviewedHelp' : 'questions.desk.noneFound')}</p>
        )}
        <div className={styles.counts}>
          <Accounted />
          <Button look="quiet" size="inline" aria-pressed={all} onClick={() => showAll(!all)}>
            {t('questions.seeAll')}
          </Button>
        </div>
      </Card>
      {all ? (
        <AllQuestions found={fitting} rows={rows} onOpen={open} />
      ) : row ? (
        <Review
          row={row}
          rows={rows}
          alike={alike}
          draft={drafts.of(row.id)}
          onDraft={(draft) => drafts.keep(row.id, draft)}
          reviewing={reviewing}
        />
      ) : (
        <NothingToReview />
      )}
    </div>
  )
}

/** A key presses the very button on the page, so that it can do no more than that; to decline, a reason is chosen first. */
const press = (desk: HTMLElement | null, deciding: Deciding, reviewing: Reviewing): void => {
  if (deciding !== 'decline') {
    desk?.querySelector<HTMLElement>(`[data-decides="${deciding}"]`)?.click()
    return
  }
  const reason = desk?.querySelector<HTMLElement>('[data-reasons] [role="radio"][tabindex="0"]')
  if (!reason) return
  reviewing.leaveList()
  reason.focus()
}
