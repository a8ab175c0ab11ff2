/** One question under review: its author, its text, the decisions, and its labels. */

import { attributionRules } from '@rostrum/shared/contract/enums'
import { canBeHeld, isOpenQuestion } from '@rostrum/shared/contract/question-statuses'
import { useView } from '../../../session/hooks.tsx'
import { formatQuestionLabel } from '../../../text/labels.ts'
import { formatTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Card } from '../../../ui/card.tsx'
import { Name } from '../../../ui/written.tsx'
import type { ListedQuestion } from '../question-lists.ts'
import { DecisionBar } from './decision-bar.tsx'
import { DeclineChoice } from './decline-choice.tsx'
import type { QuestionDraft } from './drafts.ts'
import { EditText, OtherVersions } from './edit-text.tsx'
import { DecisionRefusal, LastActionText, useIsQuestionPending } from './last-action-text.tsx'
import { QuestionLabels } from './question-labels.tsx'
import { QuestionAuthor } from './question-origin.tsx'
import styles from './review.module.css'
import { SimilarQuestions } from './similar-questions.tsx'
import { StatusChip } from './status-chip.tsx'
import type { QuestionReview } from './use-review.ts'

type ReviewProps = {
  row: ListedQuestion
  rows: readonly ListedQuestion[]
  similar: readonly ListedQuestion[]
  draft: QuestionDraft | null
  onDraft: (draft: QuestionDraft | null) => void
  reviewing: QuestionReview
}

export const Review = ({ row, rows, similar, draft, onDraft, reviewing }: ReviewProps) => {
  const { t } = useText()
  const busy = useIsQuestionPending(row.id)
  return (
    <Card className={styles.review} aria-label={t('questions.reviewOne')}>
      <ReviewHead row={row} />
      <EditText key={`text ${row.id}`} row={row} draft={draft} onDraft={onDraft} busy={busy} />
      <DecisionBar row={row} draft={draft} onDraft={onDraft} busy={busy} reviewing={reviewing} />
      <DecisionRefusal row={row} />
      <LastActionText row={row} />
      <OtherVersions row={row} draft={draft} onDraft={onDraft} />
      {isOpenQuestion(row) ? (
        <div className={styles.split}>
          <DeclineChoice key={`decline ${row.id}`} row={row} busy={busy} reviewing={reviewing} />
          <SimilarQuestions key={`similar ${row.id}`} row={row} similar={similar} busy={busy} reviewing={reviewing} />
        </div>
      ) : null}
      <QuestionLabels key={`labels ${row.id}`} row={row} rows={rows} busy={busy} />
    </Card>
  )
}

const ReviewHead = ({ row }: { row: ListedQuestion }) => {
  const { t } = useText()
  const zone = useView(({ session }) => session.timeZone)
  const hidden = useView(({ questionRules }) => !attributionRules[questionRules.attribution].isPublic)
  const { from, staff, number, merged } = row
  return (
    <div>
      <h2 tabIndex={-1} data-review>
        {from ? <Name>{from.entity}</Name> : t('questions.moderation.noAuthor')}
      </h2>
      <p className={styles.from}>
        {number > 0 ? <span className="num">{formatQuestionLabel(t, number)}</span> : null}
        {from ? <QuestionAuthor from={from} /> : null}
        {staff ? <span>{t('questions.sent', { time: formatTime(staff.askedAt, zone) })}</span> : null}
        {from && hidden ? <span>{t('questions.moderation.hidden')}</span> : null}
        {merged > 0 ? <span>{t('questions.moderation.alsoAsked', { n: merged })}</span> : null}
        {canBeHeld(row) ? null : <StatusChip row={row} />}
      </p>
    </div>
  )
}

export const NothingToReview = () => {
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
