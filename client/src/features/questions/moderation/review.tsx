/** One question under review: whose it is, its text, what can be decided on it, and what it is about. */
import { useView } from '../../../session/hooks.tsx'
import { questionLabel } from '../../../text/labels.ts'
import { timeOfDay } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Card } from '../../../ui/card.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { outcomeWords } from '../outcome-text.ts'
import { isOpen, isUndecided, type Listed } from '../question-lists.ts'
import { Decide } from './decision-bar.tsx'
import { DeclineChoice } from './decline-choice.tsx'
import type { Draft } from './drafts.ts'
import { EditText } from './edit-text.tsx'
import { NotDone, Told, useSendingOf } from './last-action-text.tsx'
import { Labels } from './question-labels.tsx'
import { Author } from './question-origin.tsx'
import styles from './review.module.css'
import { Similar } from './similar-questions.tsx'
import type { Reviewing } from './use-review.ts'

type ReviewProps = {
  row: Listed
  rows: readonly Listed[]
  alike: readonly Listed[]
  draft: Draft | null
  onDraft: (draft: Draft | null) => void
  reviewing: Reviewing
}

export const Review = ({ row, rows, alike, draft, onDraft, reviewing }: ReviewProps) => {
  const { t } = useText()
  const busy = useSendingOf(row.id)
  return (
    <Card className={styles.review} aria-label={t('questions.reviewOne')}>
      <Head row={row} />
      <Told row={row} />
      <EditText key={`text ${row.id}`} row={row} draft={draft} onDraft={onDraft} busy={busy} />
      <Decide row={row} draft={draft} onDraft={onDraft} busy={busy} reviewing={reviewing} />
      <NotDone row={row} />
      {isOpen(row) ? (
        <div className={styles.split}>
          <Similar key={`similar ${row.id}`} row={row} alike={alike} busy={busy} reviewing={reviewing} />
          <DeclineChoice key={`decline ${row.id}`} row={row} busy={busy} reviewing={reviewing} />
        </div>
      ) : null}
      <Labels key={`labels ${row.id}`} row={row} rows={rows} busy={busy} />
    </Card>
  )
}

const Head = ({ row }: { row: Listed }) => {
  const { t } = useText()
  const zone = useView(({ session }) => session.timeZone)
  const hidden = useView(({ asking }) => asking.attribution === 'hidden')
  const { from, desk, number, merged } = row
  return (
    <div>
      <h2 tabIndex={-1} data-review>
        {from ? <bdi>{from.entity}</bdi> : t('questions.desk.noAuthor')}
      </h2>
      <p className={styles.from}>
        {number > 0 ? <span className="num">{questionLabel(t, number)}</span> : null}
        {from ? <Author from={from} /> : null}
        {desk ? <span>{t('questions.sent', { time: timeOfDay(desk.askedAt, zone) })}</span> : null}
        {from && hidden ? <span>{t('questions.desk.hidden')}</span> : null}
        {merged > 0 ? <span>{t('questions.desk.alsoAsked', { n: merged })}</span> : null}
        {isUndecided(row) && row.status === 'pending' ? null : (
          <Chip tone={row.status === 'on-hold' ? 'warn' : 'plain'}>{outcomeWords(t, row)}</Chip>
        )}
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
