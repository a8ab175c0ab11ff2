/** Questions beside the floor: what is on the screen or next, then the approved ones by support, and who has answered. */
import { type ReactNode, useState } from 'react'
import { useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { bySupport, isUndecided, type Listed, withStatus } from '../question-lists.ts'
import { useListed } from '../use-questions.ts'
import { useCalmRows } from '../use-stable-rows.ts'
import { ApprovedRow, SettledRow } from './card-rows.tsx'
import { NextToAnswer, OnScreen } from './on-screen.tsx'
import styles from './questions-card.module.css'

/** How many are shown before "5 more". */
const few = 2

export const QuestionsCard = ({ className }: { className?: string | undefined }) => {
  const { t } = useText()
  const rows = useListed()
  const { current, next } = useView(({ answering }) => answering)
  const onScreen = rows.find(({ id }) => id === current)
  const coming = rows.find(({ id }) => id === next)
  const waiting = rows.filter(isUndecided).length
  return (
    <Card className={`${styles.card} ${className ?? ''}`} aria-labelledby="questions-title">
      <CardHead id="questions-title" title={t('questions.title')}>
        {waiting > 0 ? <Chip tone="warn">{t('questions.withModerators', { n: waiting })}</Chip> : null}
      </CardHead>
      <Others rows={rows} next={coming} ahead={onScreen !== undefined || coming !== undefined}>
        {onScreen ? <OnScreen row={onScreen} /> : null}
        {coming ? <NextToAnswer row={coming} small={onScreen !== undefined} /> : null}
      </Others>
    </Card>
  )
}

type OthersProps = { rows: readonly Listed[]; next: Listed | undefined; ahead: boolean; children: ReactNode }

/** The approved ones; behind "5 more", those that have been answered too. */
const Others = ({ rows, next, ahead, children }: OthersProps) => {
  const { t } = useText()
  const closed = useView(({ session }) => session.phase === 'closed')
  const [all, showAll] = useState(false)
  const { shown: others, touched } = useCalmRows(bySupport(withStatus(rows, 'approved')).filter((row) => row.id !== next?.id))
  const settled = [...withStatus(rows, 'answered')].sort((a, b) => a.number - b.number)
  const more = Math.max(0, others.length - few)
  return (
    <>
      <div className={styles.scroll}>
        {children}
        <ul aria-labelledby="questions-title" onPointerMove={touched} onPointerDown={touched} onKeyDown={touched}>
          {(all ? others : others.slice(0, few)).map((row) => (
            <ApprovedRow key={row.id} row={row} />
          ))}
          {all ? settled.map((row) => <SettledRow key={row.id} row={row} />) : null}
        </ul>
        {others.length === 0 && !ahead ? (
          <p className={styles.none}>{t(closed ? 'questions.noneOpen' : 'questions.noneApproved')}</p>
        ) : null}
      </div>
      {more + settled.length > 0 ? (
        <Button look="quiet" iconEnd={all ? 'up' : 'down'} className={styles.more} aria-expanded={all} onClick={() => showAll(!all)}>
          {all ? t('questions.less') : more > 0 ? t('questions.more', { n: more }) : t('questions.moreAnswered', { n: settled.length })}
        </Button>
      ) : null}
    </>
  )
}
