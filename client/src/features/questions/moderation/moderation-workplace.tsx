/** The moderators' workplace: questions that wait for a decision, the one under review, and all others by outcome. */

import type { QuestionId } from '@rostrum/shared/contract/ids'
import { canBeHeld } from '@rostrum/shared/contract/question-statuses'
import { useMemo, useRef, useState } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { RefusalMessage } from '../../../widgets/refusal-message.tsx'
import { OutcomeCounts } from '../outcome-counts.tsx'
import { listInReview } from '../question-lists.ts'
import { useQuestions } from '../use-questions.ts'
import { AllQuestions } from './all-questions.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { useDrafts } from './drafts.ts'
import { FindBar } from './find-bar.tsx'
import styles from './moderation-workplace.module.css'
import { emptyFilter, filterQuestions, isEmptyFilter } from './question-filter.ts'
import { NothingToReview, Review } from './review.tsx'
import { type ReviewDecision, ReviewList } from './review-list.tsx'
import { type QuestionReview, useReview } from './use-review.ts'
import { useReviewList } from './use-review-list.ts'
import { useSelection } from './use-selection.ts'
import { useSimilar } from './use-similar.ts'

export const ModerationWorkplace = () => {
  const { t } = useText()
  const rows = useQuestions()
  const workplace = useRef<HTMLDivElement>(null)
  const [wanted, setFilter] = useState(emptyFilter)
  const [showsAll, setShowsAll] = useState(false)
  const matching = useMemo(() => filterQuestions(rows, wanted), [rows, wanted])
  const waiting = useMemo(() => listInReview(matching), [matching])
  const order = useRef<readonly QuestionId[]>([])
  const reviewing = useReview(
    useMemo(() => waiting.map(({ id }) => id), [waiting]),
    { workplace: workplace, order },
  )
  const row = rows.find(({ id }) => id === reviewing.currentId)
  const list = useReviewList(rows, waiting, { row, order, leftCount: reviewing.leftCount, filter: wanted })
  const selection = useSelection(useMemo(() => list.shown.filter(canBeHeld).map(({ id }) => id), [list.shown]))
  const drafts = useDrafts()
  const alike = useSimilar(rows, row)
  const open = (id: QuestionId) => {
    reviewing.open(id)
    setShowsAll(false)
  }
  return (
    <div ref={workplace} className={styles.workplace}>
      <Card className={styles.column} aria-labelledby="review-title">
        <CardHead id="review-title" title={t('questions.toReview')} note={<span className="num">{waiting.length}</span>}>
          <span className="quiet">{t('questions.oldestFirst')}</span>
        </CardHead>
        <FindBar
          rows={rows}
          filter={wanted}
          onFilter={setFilter}
          found={{ waiting: waiting.length, others: matching.length - waiting.length }}
        />
        <ReviewList
          labelledBy="review-title"
          rows={list.shown}
          currentId={reviewing.currentId}
          isReviewShown={!showsAll}
          selection={selection}
          onOpen={open}
          onKey={(decision) => pressDecision(workplace.current, decision, reviewing)}
          onTouch={list.touched}
        />
        {list.shown.length > 0 ? null : (
          <p className={styles.empty}>{t(isEmptyFilter(wanted) ? 'questions.allReviewedHelp' : 'questions.moderation.noneFound')}</p>
        )}
        <div className={styles.counts}>
          {selection.chosen.size > 0 ? <BulkBar rows={list.shown} selection={selection} /> : <Keys isShown={list.shown.length > 0} />}
          {/* A question may have left the selection when its refusal comes. */}
          <RefusalMessage area="question-bulk" />
          <OutcomeCounts />
          <Button look="quiet" size="inline" aria-pressed={showsAll} onClick={() => setShowsAll(!showsAll)}>
            {t('questions.seeAll')}
          </Button>
        </div>
      </Card>
      {showsAll ? (
        <AllQuestions found={matching} rows={rows} onOpen={open} />
      ) : row ? (
        <Review
          row={row}
          rows={rows}
          similar={alike}
          draft={drafts.find(row.id)}
          onDraft={(draft) => drafts.save(row.id, draft)}
          reviewing={reviewing}
        />
      ) : (
        <NothingToReview />
      )}
    </div>
  )
}

const Keys = ({ isShown }: { isShown: boolean }) => {
  const { t } = useText()
  return isShown ? <p className={styles.keys}>{t('questions.moderation.keys')}</p> : null
}

/** A key presses the button on the page, so it can do no more than the button. Declining opens the choice of a reason first. */
const pressDecision = (workplace: HTMLElement | null, decision: ReviewDecision, reviewing: QuestionReview): void => {
  if (decision !== 'decline') {
    workplace?.querySelector<HTMLElement>(`[data-decides="${decision}"]`)?.click()
    return
  }
  const reason = workplace?.querySelector<HTMLElement>('[data-reasons] [role="radio"][tabindex="0"]')
  if (!reason) return
  reviewing.leaveList()
  reason.focus()
}
