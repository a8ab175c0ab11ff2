/** Questions next to the floor: the current one, the next one, the approved ones by support, and the answered ones. */
import { awaitsAnswer, isAnswered, isInReview } from '@rostrum/shared/contract/question-statuses'
import { type ReactNode, useState } from 'react'
import { useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { Place } from '../../../ui/place.tsx'
import { type ListedQuestion, sortBySupport } from '../question-lists.ts'
import { useQuestions } from '../use-questions.ts'
import { useStableRows } from '../use-stable-rows.ts'
import { AnsweredRow, ApprovedRow } from './card-rows.tsx'
import { NextToAnswer, OnScreen } from './on-screen.tsx'
import styles from './questions-card.module.css'
import { ToReview } from './to-review.tsx'

/** How many questions are shown before "5 more". */
const maxCollapsed = 8

type QuestionsCardProps = {
  className?: string | undefined
  /** Called if the Chair wants to review questions. */
  onReview: () => void
  /** Closes the card. Null if it cannot be closed here. */
  onClose?: (() => void) | null
}

export const QuestionsCard = ({ className, onReview, onClose = null }: QuestionsCardProps) => {
  const { t } = useText()
  const rows = useQuestions()
  const { current, next } = useView(({ answering }) => answering)
  const onScreen = rows.find(({ id }) => id === current)
  const nextRow = rows.find(({ id }) => id === next)
  const awaitingCount = rows.filter(isInReview).length
  return (
    <Card className={`${styles.card} ${className ?? ''}`} aria-labelledby="questions-title">
      <CardHead id="questions-title" title={t('questions.title')}>
        {onClose === null ? null : (
          <Button
            look="quiet"
            bare
            icon="x"
            data-takes-focus=""
            className={styles.hide}
            aria-label={t('questions.hide')}
            onClick={onClose}
          />
        )}
      </CardHead>
      <ToReview count={awaitingCount} onReview={onReview} />
      <Place means={[current, next, ...sortBySupport(rows.filter(awaitsAnswer)).map(({ id }) => id)].join(' ')}>
        <OtherQuestions rows={rows} next={nextRow} hasAhead={onScreen !== undefined || nextRow !== undefined}>
          {onScreen ? <OnScreen row={onScreen} /> : null}
          {nextRow ? <NextToAnswer row={nextRow} small={onScreen !== undefined} /> : null}
        </OtherQuestions>
      </Place>
    </Card>
  )
}

type OtherQuestionsProps = { rows: readonly ListedQuestion[]; next: ListedQuestion | undefined; hasAhead: boolean; children: ReactNode }

/** The approved questions. "5 more" also shows the answered ones. */
const OtherQuestions = ({ rows, next, hasAhead, children }: OtherQuestionsProps) => {
  const { t } = useText()
  const closed = useView(({ session }) => session.phase === 'closed')
  const [all, showAll] = useState(false)
  const { shown: others, touched: onTouch } = useStableRows(sortBySupport(rows.filter(awaitsAnswer)).filter((row) => row.id !== next?.id))
  const answered = rows.filter(isAnswered).sort((a, b) => a.number - b.number)
  const more = Math.max(0, others.length - maxCollapsed)
  return (
    <>
      <div className={styles.scroll}>
        {children}
        <ul aria-labelledby="questions-title" onPointerMove={onTouch} onPointerDown={onTouch} onKeyDown={onTouch}>
          {(all ? others : others.slice(0, maxCollapsed)).map((row) => (
            <ApprovedRow key={row.id} row={row} />
          ))}
          {all ? answered.map((row) => <AnsweredRow key={row.id} row={row} />) : null}
        </ul>
        {others.length === 0 && !hasAhead ? (
          <p className={styles.none}>{t(closed ? 'questions.noneOpen' : 'questions.noneApproved')}</p>
        ) : null}
      </div>
      {more + answered.length > 0 ? (
        <Button look="quiet" className={styles.more} expanded={all} onClick={() => showAll(!all)}>
          {all ? t('questions.less') : more > 0 ? t('questions.more', { n: more }) : t('questions.moreAnswered', { n: answered.length })}
        </Button>
      ) : null}
    </>
  )
}
