/** Every question received, by what became of it. */

import type { QuestionId } from '@rostrum/shared/contract/ids'
import type { QuestionStatus } from '@rostrum/shared/contract/questions'
import { useMemo, useState } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { ChoicePills } from '../../../ui/choice-pills.tsx'
import { bySupport, type Listed, oldestFirst, withStatus } from '../question-lists.ts'
import { Refusal } from '../refusal.tsx'
import { useCalmRows } from '../use-stable-rows.ts'
import { ModerationSwitch } from './moderation-switch.tsx'
import styles from './moderation-workplace.module.css'
import { KeptQuestion } from './question-list-row.tsx'
import { PageTurner, usePages } from './use-pages.tsx'

const shelves = {
  approved: ['approved', 'answering'],
  answered: ['answered'],
  pending: ['pending', 'on-hold'],
  declined: ['declined'],
  merged: ['merged'],
  'to-floor': ['to-floor'],
  withdrawn: ['withdrawn'],
  'not-reached': ['not-reached'],
} as const satisfies Readonly<Partial<Record<QuestionStatus, readonly QuestionStatus[]>>>
type Shelf = keyof typeof shelves | 'all'

const names = ['approved', 'answered', 'pending', 'declined', 'merged', 'to-floor', 'withdrawn', 'not-reached', 'all'] as const

const onShelf = (rows: readonly Listed[], shelf: Shelf): readonly Listed[] => (shelf === 'all' ? rows : withStatus(rows, ...shelves[shelf]))

/** What is published stands by support, the rest as it came. */
const inOrder = (rows: readonly Listed[], shelf: Shelf): readonly Listed[] =>
  shelf === 'approved' || shelf === 'answered' ? bySupport(rows) : oldestFirst(rows)

type AllProps = {
  /** Those that fit what is looked for. */
  found: readonly Listed[]
  /** All there are: the one that another is asked with may not fit. */
  rows: readonly Listed[]
  onOpen: (id: QuestionId) => void
}

export const AllQuestions = ({ found, rows, onOpen }: AllProps) => {
  const { t } = useText()
  const [shelf, choose] = useState<Shelf>('approved')
  const here = useMemo(() => inOrder(onShelf(found, shelf), shelf), [found, shelf])
  const byId = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows])
  return (
    <Card className={styles.column} aria-label={t('questions.seeAll')}>
      <CardHead title={t('questions.title')} note={<span className="num">{here.length}</span>} />
      <div className={styles.shelves}>
        <ChoicePills
          label={t('questions.seeAll')}
          value={shelf}
          onChange={choose}
          options={names.map((name) => ({
            value: name,
            label: (
              <>
                {name === 'all' ? t('questions.desk.all') : name === 'pending' ? t('questions.toReview') : t(`questions.status.${name}`)}{' '}
                <span className="num">{onShelf(found, name).length}</span>
              </>
            ),
          }))}
        />
      </div>
      <Refusal of={['questions.queue', 'questions.settle']} />
      <Shelved key={shelf} rows={here} hostOf={({ desk }) => (desk?.into ? byId.get(desk.into) : undefined)} onOpen={onOpen} />
      <div className={styles.counts}>
        <ModerationSwitch />
      </div>
    </Card>
  )
}

type ShelvedProps = { rows: readonly Listed[]; hostOf: (row: Listed) => Listed | undefined; onOpen: (id: QuestionId) => void }

const Shelved = ({ rows, hostOf, onOpen }: ShelvedProps) => {
  const { t } = useText()
  const calm = useCalmRows(rows)
  const pages = usePages(calm.shown, 0, null)
  return (
    <>
      <ul className={styles.scroll} onPointerDown={calm.touched} onKeyDown={calm.touched}>
        {pages.page.map((row) => (
          <KeptQuestion key={row.id} row={row} host={hostOf(row)} onOpen={() => onOpen(row.id)} />
        ))}
      </ul>
      {rows.length === 0 ? <p className={styles.empty}>{t('questions.none')}</p> : null}
      <PageTurner {...pages} />
    </>
  )
}
