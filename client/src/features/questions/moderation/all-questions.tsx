/** All questions received, filtered by outcome. */

import type { QuestionId } from '@rostrum/shared/contract/ids'
import type { QuestionStatus } from '@rostrum/shared/contract/question-statuses'
import { useMemo, useState } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { ChoicePills } from '../../../ui/choice-pills.tsx'
import { RefusalMessage } from '../../../widgets/refusal-message.tsx'
import { type ListedQuestion, sortBySupport, sortOldestFirst } from '../question-lists.ts'
import { useStableRows } from '../use-stable-rows.ts'
import { ModerationSwitch } from './moderation-switch.tsx'
import styles from './moderation-workplace.module.css'
import { QuestionListRow } from './question-list-row.tsx'
import { PageTurner, pageSizes, usePages } from './use-pages.tsx'

/** The filter that finds each status, in the order of the filters. */
const filters = {
  approved: 'approved',
  answering: 'approved',
  answered: 'answered',
  pending: 'pending',
  'on-hold': 'pending',
  declined: 'declined',
  merged: 'merged',
  'moved-to-queue': 'moved-to-queue',
  withdrawn: 'withdrawn',
  'not-reached': 'not-reached',
} as const satisfies Readonly<Record<QuestionStatus, QuestionStatus>>
type StatusFilter = (typeof filters)[QuestionStatus] | 'all'

const filterNames: readonly StatusFilter[] = [...new Set(Object.values(filters)), 'all']

const filterByStatus = (rows: readonly ListedQuestion[], filter: StatusFilter): readonly ListedQuestion[] =>
  filter === 'all' ? rows : rows.filter(({ status }) => filters[status] === filter)

/** Published questions are sorted by support, all others by time. */
const sortQuestions = (rows: readonly ListedQuestion[], filter: StatusFilter): readonly ListedQuestion[] =>
  filter === 'approved' || filter === 'answered' ? sortBySupport(rows) : sortOldestFirst(rows)

type AllQuestionsProps = {
  /** The questions that match the search. */
  found: readonly ListedQuestion[]
  /** All questions. The target of a merge may not match the search. */
  rows: readonly ListedQuestion[]
  onOpen: (id: QuestionId) => void
}

export const AllQuestions = ({ found, rows, onOpen }: AllQuestionsProps) => {
  const { t } = useText()
  const [filter, setFilter] = useState<StatusFilter>('approved')
  const visible = useMemo(() => sortQuestions(filterByStatus(found, filter), filter), [found, filter])
  const byId = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows])
  return (
    <Card className={styles.column} aria-label={t('questions.seeAll')}>
      <CardHead title={t('questions.title')} note={<span className="num">{visible.length}</span>} />
      <div className={styles.shelves}>
        <ChoicePills
          label={t('questions.seeAll')}
          value={filter}
          onChange={setFilter}
          options={filterNames.map((name) => ({
            value: name,
            label: (
              <>
                {name === 'all'
                  ? t('questions.moderation.all')
                  : name === 'pending'
                    ? t('questions.toReview')
                    : t(`questions.status.${name}`)}{' '}
                <span className="num">{filterByStatus(found, name).length}</span>
              </>
            ),
          }))}
        />
      </div>
      <RefusalMessage area="question-table" />
      <FilteredQuestions
        key={filter}
        rows={visible}
        findHost={({ staff }) => (staff?.mergedInto ? byId.get(staff.mergedInto) : undefined)}
        onOpen={onOpen}
      />
      <div className={styles.counts}>
        <ModerationSwitch />
      </div>
    </Card>
  )
}

type FilteredQuestionsProps = {
  rows: readonly ListedQuestion[]
  findHost: (row: ListedQuestion) => ListedQuestion | undefined
  onOpen: (id: QuestionId) => void
}

const FilteredQuestions = ({ rows, findHost, onOpen }: FilteredQuestionsProps) => {
  const { t } = useText()
  const stable = useStableRows(rows)
  const pages = usePages(stable.shown, 0, null, pageSizes.all)
  return (
    <>
      <ul className="scroll" onPointerDown={stable.touched} onKeyDown={stable.touched}>
        {pages.page.map((row) => (
          <QuestionListRow key={row.id} row={row} host={findHost(row)} onOpen={() => onOpen(row.id)} />
        ))}
      </ul>
      {rows.length === 0 ? <p className={styles.empty}>{t('questions.none')}</p> : null}
      <PageTurner {...pages} />
    </>
  )
}
